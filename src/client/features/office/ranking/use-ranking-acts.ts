/** What the office writes on this screen; each resolves when it is on this machine's disk. */
import { useMemo } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { FrozenRanking } from '#domain/ranking/freeze.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { Campaign } from '#protocol/entities.ts';
import type { PriorResult } from '#protocol/ranking-records.ts';
import type { Workspace } from '#client/workspace.ts';
import { fill } from '#client/messages/fill.ts';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import type { Decision } from './decide-form.tsx';
import type { GroupView } from './group-view.ts';
import type { NewKnockOut } from './knock-out-form.tsx';
import { freezeRecord } from './make-freeze.ts';

export interface PriorChange {
  subjectId: string;
  normalised: number;
}

export interface RankingActs {
  decide: (decision: Decision) => Promise<void>;
  removeDecision: (row: StoredRow<'tieDecision'>) => Promise<void>;
  restoreDecision: (row: StoredRow<'tieDecision'>) => Promise<void>;
  knockOut: (knockOut: NewKnockOut) => Promise<void>;
  endKnockOut: (row: StoredRow<'knockOut'>) => Promise<void>;
  restoreKnockOut: (row: StoredRow<'knockOut'>) => Promise<void>;
  /** All or none; resolves with what takes them back. */
  putPriors: (changed: readonly PriorChange[], source: string) => Promise<() => Promise<void>>;
  /** Words that say why not; '' when it is kept. */
  freeze: (frozen: FrozenRanking, reason: string) => Promise<string>;
}

const actsOf = (
  workspace: Workspace,
  campaign: Campaign,
  { group, freezes }: Pick<GroupView, 'group' | 'freezes'>,
  priors: readonly StoredRow<'priorResult'>[],
): RankingActs => ({
  decide: async (decision) => {
    const id = workspace.newId();
    await workspace.putRecord(
      'tieDecision',
      id,
      { id, campaignId: campaign.id, group: group.id, ...decision },
      0,
    );
  },
  removeDecision: ({ id, rev }) => workspace.putRecord('tieDecision', id, null, rev),
  restoreDecision: ({ id, value, rev }) => workspace.putRecord('tieDecision', id, value, rev),
  knockOut: async (knockOut) => {
    const id = workspace.newId();
    await workspace.putRecord(
      'knockOut',
      id,
      { id, campaignId: campaign.id, subjectKind: group.kind, ...knockOut },
      0,
    );
  },
  endKnockOut: ({ id, rev }) => workspace.putRecord('knockOut', id, null, rev),
  restoreKnockOut: ({ id, value, rev }) => workspace.putRecord('knockOut', id, value, rev),
  putPriors: async (changed, source) => {
    const year = campaign.year - 1;
    const records = changed.map(({ subjectId, normalised }) => {
      const known = priors.find(
        ({ value }) =>
          value.campaignId === campaign.id && value.subjectId === subjectId && value.year === year,
      );
      const id = known?.id ?? workspace.newId();
      const value: PriorResult = {
        id,
        campaignId: campaign.id,
        subjectKind: group.kind,
        subjectId,
        year,
        normalised,
        source,
      };
      return { entity: 'priorResult' as const, id, value, baseRev: known?.rev ?? 0 };
    });
    if (records.length === 0) return () => Promise.resolve();
    const what = words.kinds[group.kind];
    const label = fill(words.prior.label, { year, n: records.length, what });
    const batchId = await workspace.putBatch({ label, records });
    return () => workspace.revertBatch(batchId);
  },
  freeze: async (frozen, reason) => {
    const made = await freezeRecord(frozen, {
      id: workspace.newId(),
      campaignId: campaign.id,
      frozenAt: Date.now(),
      reason,
      replaces: freezes[0]?.id,
    });
    if (made.kind === 'tooLarge') return words.freeze.tooLarge;
    await workspace.putRecord('rankingFreeze', made.freeze.id, made.freeze, 0);
    return '';
  },
});

/** Nothing while no campaign is known. */
export function useRankingActs(
  campaign: Campaign | undefined,
  view: GroupView | undefined,
  priors: readonly StoredRow<'priorResult'>[],
): RankingActs | undefined {
  const workspace = useWorkspace();
  return useMemo(
    () => (campaign && view ? actsOf(workspace, campaign, view, priors) : undefined),
    [workspace, campaign, view, priors],
  );
}
