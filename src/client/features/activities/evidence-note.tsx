/** Photos of an activity are evidence of the criterion it counts for, so that they are kept and sent in one place. */
import type { ActivityKind } from '#domain/activity-kinds.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { placeOf, writePlace } from '#client/form/group-form/place.ts';
import { activityWords } from '#client/messages/activities.ts';
import { fill } from '#client/messages/fill.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { ActivityRows } from './read-activities.ts';

/** Counts that this kind goes into and that take photos. */
const criteriaFor = (set: CriteriaSet, kind: ActivityKind) =>
  criteriaOf(set).filter(
    (criterion) =>
      criterion.type === 'count' &&
      criterion.activities?.kinds.includes(kind) === true &&
      criterion.evidenceKinds.includes('photo'),
  );

interface EvidenceNoteProps {
  rows: Pick<ActivityRows, 'set'>;
  kind: ActivityKind | null;
  home: string;
}

export function EvidenceNote({ rows: { set }, kind, home }: EvidenceNoteProps) {
  const criteria = set === undefined || kind === null ? [] : criteriaFor(set, kind);
  if (set === undefined || criteria.length === 0) return null;
  const codes = criteria.map(({ code }) => code).join(', ');
  return (
    <Notice
      title={activityWords.evidenceTitle}
      actions={criteria.map(({ id, code }) => (
        <LinkButton key={id} small href={`${home}/phieu${writePlace(placeOf(set, id))}`}>
          {fill(activityWords.feedsPhotos, { code })}
        </LinkButton>
      ))}
    >
      <p>{fill(activityWords.evidence, { codes })}</p>
    </Notice>
  );
}
