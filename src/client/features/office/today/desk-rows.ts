/** Everything Hôm nay, Tiến độ and the rail are derived from, read from this machine in one go. */
import type { RowEntity, RowValue } from '#protocol/entities.ts';
import type { Workspace } from '#client/workspace.ts';

const READ = [
  'campaign',
  'deadline',
  'criteriaSet',
  'hamlet',
  'unit',
  'household',
  'assessment',
  'submission',
  'scores',
  'objection',
  'dataRequest',
  'device',
  'quarantine',
  'feedback',
  'feedbackReply',
  'rankingFreeze',
  'scoreSnapshot',
] as const satisfies readonly RowEntity[];
type ReadEntity = (typeof READ)[number];

export type DeskRows = { readonly [Entity in ReadEntity]: readonly RowValue<Entity>[] };

async function valuesOf<Entity extends RowEntity>(
  workspace: Pick<Workspace, 'rows'>,
  entity: Entity,
): Promise<RowValue<Entity>[]> {
  return (await workspace.rows(entity)).map(({ value }) => value);
}

/** Reads begin together, so that a live query notices each of them. */
export async function readDeskRows(workspace: Pick<Workspace, 'rows'>): Promise<DeskRows> {
  const of = <Entity extends ReadEntity>(entity: Entity) => valuesOf(workspace, entity);
  const [
    campaign,
    deadline,
    criteriaSet,
    hamlet,
    unit,
    household,
    assessment,
    submission,
    scores,
    objection,
    dataRequest,
    device,
    quarantine,
    feedback,
    feedbackReply,
    rankingFreeze,
    scoreSnapshot,
  ] = await Promise.all([
    of('campaign'),
    of('deadline'),
    of('criteriaSet'),
    of('hamlet'),
    of('unit'),
    of('household'),
    of('assessment'),
    of('submission'),
    of('scores'),
    of('objection'),
    of('dataRequest'),
    of('device'),
    of('quarantine'),
    of('feedback'),
    of('feedbackReply'),
    of('rankingFreeze'),
    of('scoreSnapshot'),
  ]);
  return {
    campaign,
    deadline,
    criteriaSet,
    hamlet,
    unit,
    household,
    assessment,
    submission,
    scores,
    objection,
    dataRequest,
    device,
    quarantine,
    feedback,
    feedbackReply,
    rankingFreeze,
    scoreSnapshot,
  };
}
