/** A waiting thing in words, and where its one button leads. */
import { formatDate, formatPoints } from '#domain/vietnamese/format.ts';
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import type { GivenPoints } from '#domain/review/given-points.ts';
import { fill } from '#client/messages/fill.ts';
import { officeToday } from '#client/messages/office-today.ts';
import type { GlyphState } from '#client/ui/glyph.tsx';
import { deadlinePath } from '../deadlines/paths.ts';
import { DEVICES_PATH } from '../devices/paths.ts';
import { FAMILY_ASKS_PATH } from '../family/paths.ts';
import { submissionPath } from '../paths.ts';
import { HOUSEHOLDS_TAB } from '../places/paths.ts';
import type { Wait } from './wait.ts';

const { what: words } = officeToday;

const pointsWords = ({ points, reasonCode }: GivenPoints): string =>
  reasonCode === NOT_APPLICABLE ? words.notApplicable : formatPoints(points);

/** Four letters to say on the telephone. */
export const shortCode = (id: string): string => `Q-${id.replaceAll('-', '').slice(-4).toUpperCase()}`;

const withAbove = (text: string, above: number): string =>
  above > 0 ? text + fill(words.above, { n: above }) : text;

function deadlineWords({
  deadline,
  days,
  missing,
  all,
  subjectKind,
}: Extract<Wait, { kind: 'deadline' }>): string {
  const template = days === 0 ? words.over : days === 1 ? words.lastDay : words.deadline;
  return fill(template, {
    phrase: deadline.phrase,
    days,
    missing,
    all,
    kind: officeToday.kinds[subjectKind],
  });
}

/** Without the overdue note. */
function plainWords(wait: Wait): string {
  switch (wait.kind) {
    case 'disputed':
      return fill(words.disputed, { code: wait.code, values: wait.values.map(pointsWords).join(words.and) });
    case 'aside': {
      const code = shortCode(wait.entryId);
      return wait.device === undefined
        ? fill(words.asideUnknown, { code })
        : fill(words.aside, { person: wait.device.personName || wait.device.label, code });
    }
    case 'new':
      return withAbove(
        wait.families
          ? fill(words.newHamlet, { ...wait.families })
          : fill(words.newUnit, { answered: wait.answered, criteria: wait.criteria }),
        wait.above,
      );
    case 'again':
      return withAbove(
        fill(wait.changed > 0 ? words.again : words.againSame, { changed: wait.changed, round: wait.round }),
        wait.above,
      );
    case 'halfScored':
      return withAbove(fill(words.halfScored, { scored: wait.scored, criteria: wait.criteria }), wait.above);
    case 'allScored':
      return fill(words.allScored, { criteria: wait.criteria });
    case 'objection':
      return fill(words.objection, { due: formatDate(wait.dueAt ?? wait.since) });
    case 'request':
      return fill(wait.isAnswered ? words.requestFinish : words.requestAnswer, {
        what: words.requests[wait.what],
        due: formatDate(wait.dueAt ?? wait.since),
      });
    case 'move':
      return fill(words.move, { from: wait.from, to: wait.to });
    case 'feedback':
      return wait.text;
    case 'approve':
      return fill(words.approve, { name: wait.device.personName || wait.device.label });
    case 'silent':
      return fill(words.silent, { days: wait.days, waiting: wait.device.waiting });
    case 'deadline':
      return deadlineWords(wait);
    case 'report':
      return fill(wait.days === 0 ? words.reportOver : words.report, {
        title: wait.report.title,
        phrase: wait.report.phrase,
        days: wait.days,
      });
  }
}

/** A promised day that is over; a campaign's own deadline says so itself. */
const isOverdue = ({ kind, dueAt }: Wait, now: number): boolean =>
  kind !== 'deadline' &&
  kind !== 'report' &&
  dueAt !== undefined &&
  formatDate(now) !== formatDate(dueAt) &&
  now > dueAt;

export const waitWords = (wait: Wait, now: number): string =>
  plainWords(wait) + (isOverdue(wait, now) ? words.overdue : '');

export const whoWords = (wait: Wait): string =>
  wait.who || (wait.kind === 'feedback' ? officeToday.people : officeToday.all);

const glyphs: Record<Wait['kind'], GlyphState> = {
  disputed: 'conflict',
  aside: 'setAside',
  new: 'received',
  again: 'received',
  halfScored: 'underReview',
  allScored: 'underReview',
  objection: 'returned',
  request: 'returned',
  move: 'queued',
  feedback: 'queued',
  approve: 'queued',
  silent: 'setAside',
  deadline: 'queued',
  report: 'queued',
};
export const waitGlyph = ({ kind }: Wait): GlyphState => glyphs[kind];

/** An address; null = the thing is said in a sheet on this page. */
export function waitHref(wait: Wait): string | null {
  switch (wait.kind) {
    case 'disputed':
      return submissionPath(wait.submissionId, wait.criterionId);
    case 'new':
    case 'again':
    case 'halfScored':
    case 'allScored':
      return submissionPath(wait.submissionId);
    case 'objection':
    case 'request':
      return FAMILY_ASKS_PATH;
    case 'move':
      return HOUSEHOLDS_TAB;
    case 'feedback':
      return '/y-kien';
    case 'approve':
      return DEVICES_PATH;
    case 'report':
      return deadlinePath({ report: wait.report.id });
    case 'aside':
    case 'silent':
    case 'deadline':
      return null;
  }
}
