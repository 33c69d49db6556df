/** Everything Hôm nay, Tiến độ and the rail are derived from, read from this machine in one go. */
import type { RowEntity, RowValue } from '#protocol/entities.ts';
import type { Workspace } from '#client/workspace.ts';
import { patiently } from '../patiently.ts';

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
  'reminder',
  'reportDeadline',
] as const satisfies readonly RowEntity[];
type ReadEntity = (typeof READ)[number];

export type DeskRows = { readonly [Entity in ReadEntity]: readonly RowValue<Entity>[] };

async function valuesOf<Entity extends RowEntity>(
  workspace: Pick<Workspace, 'rows'>,
  entity: Entity,
): Promise<RowValue<Entity>[]> {
  return (await patiently(() => workspace.rows(entity))).map(({ value }) => value);
}

/**
 * One after another: a read that takes too long is a failure (`db/guard.ts`), and one of nineteen that began together
 * on a slow machine would have waited for all the others.
 */
export async function readDeskRows(workspace: Pick<Workspace, 'rows'>): Promise<DeskRows> {
  const of = <Entity extends ReadEntity>(entity: Entity) => valuesOf(workspace, entity);
  return {
    campaign: await of('campaign'),
    deadline: await of('deadline'),
    criteriaSet: await of('criteriaSet'),
    hamlet: await of('hamlet'),
    unit: await of('unit'),
    household: await of('household'),
    assessment: await of('assessment'),
    submission: await of('submission'),
    scores: await of('scores'),
    objection: await of('objection'),
    dataRequest: await of('dataRequest'),
    device: await of('device'),
    quarantine: await of('quarantine'),
    feedback: await of('feedback'),
    feedbackReply: await of('feedbackReply'),
    rankingFreeze: await of('rankingFreeze'),
    scoreSnapshot: await of('scoreSnapshot'),
    reminder: await of('reminder'),
    reportDeadline: await of('reportDeadline'),
  };
}
