/** What the commune keeps about one hamlet's or unit's sheet, gathered for the supported scores of what is open. */
import { activityCounts } from '#domain/activity-counts.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { EvidenceHeld } from '#domain/review/supported-score.ts';
import type { SubjectGrounds } from '#domain/review/supported-sheet.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { HamletBounds } from '../today/hamlet-claims.ts';
import type { RankingRows } from './read-ranking.ts';

interface Asked {
  set: CriteriaSet;
  submission: SubmissionRow;
  campaignId: string;
  year: number;
  bounds: HamletBounds;
}

const NOTHING: EvidenceHeld = { photos: 0, documents: 0, links: 0 };

/** The newest figure by its own date stands. */
const officialOf = (rows: readonly RankingRows['official'][number][]): SubjectGrounds['official'] =>
  Object.fromEntries(
    [...rows]
      .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
      .map(({ criterionId, n, d }) => [criterionId, { n, d }]),
  );

export function groundsOf(
  rows: RankingRows,
  { set, submission, campaignId, year, bounds }: Asked,
): SubjectGrounds {
  const { subjectId, assessmentId } = submission;
  const isOwn = (row: { campaignId: string; subjectId: string }): boolean =>
    row.campaignId === campaignId && row.subjectId === subjectId;
  const evidence = new Map<string, EvidenceHeld>();
  const add = (criterionId: string, more: (held: EvidenceHeld) => EvidenceHeld): void => {
    evidence.set(criterionId, more(evidence.get(criterionId) ?? NOTHING));
  };
  for (const photo of rows.photos)
    if (photo.assessmentId === assessmentId && photo.state === 'stored')
      add(photo.criterionId, (held) => ({ ...held, photos: held.photos + 1 }));
  for (const paper of rows.evidence)
    if (isOwn(paper))
      add(paper.criterionId, (held) =>
        paper.kind === 'link'
          ? { ...held, links: held.links + 1 }
          : { ...held, documents: held.documents + 1 },
      );
  for (const { findings } of rows.inspections.filter(isOwn))
    for (const { criterionId, result } of findings)
      if (result === 'confirmed') add(criterionId, (held) => ({ ...held, confirmed: true }));
  const isTold = rows.narratives.some(
    (narrative) => isOwn(narrative) && narrative.paragraphs.some(({ text }) => text !== ''),
  );
  if (isTold)
    for (const group of set.groups)
      for (const { id } of group.criteria) add(id, (held) => ({ ...held, statement: true }));
  return {
    answers: submission.snapshot,
    evidence: Object.fromEntries(evidence),
    bounds,
    counts: activityCounts(set, rows.activities.filter(isOwn), year),
    official: officialOf(rows.official.filter(isOwn)),
    onTime: !submission.late,
  };
}
