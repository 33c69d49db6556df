/** All that is worth a second look, joined from the desk; what somebody looked into is told apart. Pure. */
import type { SubjectKind } from '#domain/criteria.ts';
import { quickTyping } from '#domain/trust/quick-forms.ts';
import { straightLines } from '#domain/trust/same-answers.ts';
import type { SharedPhoto, ShownPicture } from '#domain/trust/shared-photos.ts';
import { canon } from '#protocol/canon.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { PhotoRow } from '#protocol/photo-row.ts';
import type { Desk } from '../today/desk.ts';
import type { HamletClaims } from '../today/hamlet-claims.ts';
import { claimSignals, type OutlierItem, type OutsideItem, type UnlikelyItem } from './claim-signals.ts';
import { isSeenMark, type TrustRows, type Visit } from './read-trust.ts';
import type { Subjects } from './subjects.ts';

export const checks = ['outside', 'unlikely', 'outlier', 'quick', 'straight', 'photos'] as const;
export type Check = (typeof checks)[number];

interface Common {
  /** Names the figures it rests on: when they change, it is another one. */
  key: string;
  /** '' for a unit. */
  hamletId: string;
  subject: { kind: SubjectKind; id: string };
  /** To open, the most telling first. */
  forms: readonly SubmissionRow[];
}
export interface PhotoPlace {
  form: SubmissionRow;
  photo: PhotoRow;
}
export type Signal = Common &
  (
    | { check: 'outside'; items: OutsideItem[] }
    | { check: 'unlikely'; items: UnlikelyItem[] }
    | { check: 'outlier'; items: OutlierItem[] }
    | { check: 'quick'; by: string; quick: number; typed: number; medianMs: number }
    | { check: 'straight'; by: string; same: number; typed: number; elsewhere: number }
    | { check: 'photos'; kind: SharedPhoto['kind']; pair: readonly [PhotoPlace, PhotoPlace] }
  );

function ofClaims(desk: Desk, claims: HamletClaims): Signal[] {
  return claimSignals(desk, claims).flatMap(({ submission, outside, unlikely, outlier }): Signal[] => {
    const common = (check: Check, items: readonly { criterionId: string }[]): Common => ({
      key: `${check} ${submission.id} ${items.map(({ criterionId }) => criterionId).join(' ')}`.slice(
        0,
        1000,
      ),
      hamletId: submission.subjectId,
      subject: { kind: 'hamlet', id: submission.subjectId },
      forms: [submission],
    });
    return [
      ...(outside.length > 0
        ? [{ check: 'outside' as const, ...common('outside', outside), items: outside }]
        : []),
      ...(unlikely.length > 0
        ? [{ check: 'unlikely' as const, ...common('unlikely', unlikely), items: unlikely }]
        : []),
      ...(outlier.length > 0
        ? [{ check: 'outlier' as const, ...common('outlier', outlier), items: outlier }]
        : []),
    ];
  });
}

/** Frozen with its submission, so that it is worked out once. */
const answersText = new WeakMap<SubmissionRow['snapshot'], string>();
function answersOf({ snapshot }: SubmissionRow): string {
  const known = answersText.get(snapshot);
  if (known !== undefined) return known;
  const text = canon(snapshot);
  answersText.set(snapshot, text);
  return text;
}

/** Forms in force that somebody typed for a family, or sent from a phone that stands in for people; this campaign's. */
function proxiesOf(desk: Desk): SubmissionRow[] {
  const counted = new Set(
    desk.rows.assessment.flatMap(({ id, campaignId, state }) =>
      campaignId === desk.campaign?.id && state !== 'withdrawn' ? [id] : [],
    ),
  );
  return desk.rows.submission.filter(
    ({ current, channel, sharedPhone, subjectKind, assessmentId }) =>
      current &&
      (channel === 'proxy' || sharedPhone !== undefined) &&
      subjectKind === 'household' &&
      counted.has(assessmentId),
  );
}

/** One person's forms in one hamlet: the office knows typists by name, and who holds a shared phone by that. */
const typistOf = ({ hamletId = '', byName, sharedPhone }: SubmissionRow): string =>
  `${hamletId} ${sharedPhone ?? byName}`;

function ofTyping(desk: Desk): Signal[] {
  const forms = proxiesOf(desk);
  const byId = new Map(forms.map((form) => [form.id, form]));
  const typed = forms.map((form) => ({ id: form.id, by: typistOf(form), claimedAt: form.claimedAt }));
  const answered = forms.map((form) => ({ id: form.id, by: typistOf(form), answers: answersOf(form) }));
  const common = (check: Check, by: string, ids: readonly string[]): Common & { by: string } => {
    const own = ids.flatMap((id) => byId.get(id) ?? []);
    const hamletId = own[0]?.hamletId ?? '';
    return {
      key: `${check} ${by.slice(0, 300)} ${ids.length} ${ids.at(-1) ?? ''}`,
      hamletId,
      subject: { kind: 'hamlet', id: hamletId },
      forms: own,
      // Who holds a shared phone has no name there: each family's own is on its form.
      by: own[0]?.sharedPhone === undefined ? (own[0]?.byName ?? '') : '',
    };
  };
  return [
    ...quickTyping(typed).map(({ by, quick, forms: all, medianMs }): Signal => ({
      check: 'quick',
      ...common('quick', by, quick),
      quick: quick.length,
      typed: all,
      medianMs,
    })),
    ...straightLines(answered).map(({ by, same, forms: all, elsewhere }): Signal => ({
      check: 'straight',
      ...common('straight', by, same),
      same: same.length,
      typed: all,
      elsewhere,
    })),
  ];
}

/** Pictures under forms in force, of all kinds; those whose bytes never came are told by their hash alone. */
export function shownPictures(
  { photos, looks }: TrustRows,
  forms: ReadonlyMap<string, SubmissionRow>,
): ShownPicture[] {
  return photos.flatMap(({ photoId, assessmentId, criterionId }) =>
    forms.has(assessmentId) ? [{ photoId, assessmentId, criterionId, look: looks.get(photoId) ?? '' }] : [],
  );
}

/** By assessment: the form in force, a family's own first. */
export function formsByAssessment(desk: Desk, subjects: Subjects): Map<string, SubmissionRow> {
  return new Map(
    desk.rows.assessment.flatMap(({ subjectId }) => {
      const form = subjects.formOf(subjectId);
      return form === undefined ? [] : [[form.assessmentId, form] as const];
    }),
  );
}

function ofPhotos(
  shared: readonly SharedPhoto[],
  { photos }: TrustRows,
  forms: ReadonlyMap<string, SubmissionRow>,
  subjects: Subjects,
): Signal[] {
  const nameOf = ({ photoId, assessmentId }: Pick<PhotoRow, 'photoId' | 'assessmentId'>): string =>
    `${photoId} ${assessmentId}`;
  const rows = new Map(photos.map((photo) => [nameOf(photo), photo]));
  const placeOf = (named: SharedPhoto['a']): PhotoPlace | null => {
    const [form, photo] = [forms.get(named.assessmentId), rows.get(nameOf(named))];
    return form && photo ? { form, photo } : null;
  };
  return shared.flatMap(({ kind, a, b }): Signal[] => {
    const pair = [placeOf(a), placeOf(b)] as const;
    if (pair[0] === null || pair[1] === null) return [];
    const { subjectKind, subjectId } = pair[0].form;
    return [
      {
        check: 'photos',
        kind,
        key: `photos ${[nameOf(a), nameOf(b)].sort().join(' ')}`,
        hamletId: subjects.hamletOf(subjectKind, subjectId),
        subject: { kind: subjectKind, id: subjectId },
        forms: [pair[0].form, pair[1].form],
        pair: [pair[0], pair[1]],
      },
    ];
  });
}

export interface Signals {
  open: Signal[];
  seen: { signal: Signal; mark: Visit }[];
}

interface Sources {
  desk: Desk;
  claims: HamletClaims;
  rows: TrustRows;
  subjects: Subjects;
  shared: readonly SharedPhoto[];
}

export function signalsOf({ desk, claims, rows, subjects, shared }: Sources): Signals {
  const order = new Map(desk.hamlets.map(({ id }, at) => [id, at]));
  const all = [
    ...ofClaims(desk, claims),
    ...ofTyping(desk),
    ...ofPhotos(shared, rows, formsByAssessment(desk, subjects), subjects),
  ];
  const place = ({ hamletId, check }: Signal): number =>
    (order.get(hamletId) ?? order.size) * checks.length + checks.indexOf(check);
  all.sort((a, b) => place(a) - place(b));
  const marks = new Map(
    rows.visits.flatMap((visit) => (isSeenMark(visit) ? [[visit.value.signal, visit] as const] : [])),
  );
  const signals: Signals = { open: [], seen: [] };
  for (const signal of all) {
    const mark = marks.get(signal.key);
    if (mark === undefined) signals.open.push(signal);
    else signals.seen.push({ signal, mark });
  }
  return signals;
}
