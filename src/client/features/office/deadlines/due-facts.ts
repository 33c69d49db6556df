/** Deadlines and reports as people read them, where two versions of one stand side by side. Pure. */
import type { ReportDeadline } from '#protocol/deadline-records.ts';
import type { Deadline } from '#protocol/entities.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { campaignWords } from '#client/messages/office-campaign.ts';
import { deadlineWords } from '#client/messages/office-deadlines.ts';
import { fill } from '#client/messages/fill.ts';
import type { Facts } from '../stale-lines.ts';
import { shownDay } from '../places/read-places.ts';
import { untilWords } from './due-words.ts';

const words = deadlineWords.report;

export const deadlineFacts = ({ subjectKind, phrase, cutoffAt, graceDays, source }: Deadline): Facts => [
  [deadlineWords.columns.phrase, phrase],
  [words.lastDay, untilWords(cutoffAt)],
  [fill(campaignWords.fields.grace, { kind: campaignWords.kinds[subjectKind] }), formatNumber(graceDays)],
  [campaignWords.fields.source, source],
];

export const reportFacts = ({ title, recipient, phrase, cutoffAt, handedIn }: ReportDeadline): Facts => [
  [words.title, title],
  [words.recipient, recipient],
  [words.phrase, phrase],
  [words.lastDay, untilWords(cutoffAt)],
  [words.date, handedIn === undefined ? '' : shownDay(handedIn.date)],
  [words.number, handedIn?.number ?? ''],
];
