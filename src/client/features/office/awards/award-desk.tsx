/** What all screens of awards share: the rows of the campaign, the rules in force, and one way to write with an undo. */
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { defaultAwardRules } from '#domain/awards/rules.ts';
import { dayOf } from '#domain/day.ts';
import type { Award, AwardRules } from '#protocol/award-records.ts';
import type { Campaign } from '#protocol/entities.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { clock } from '#client/app/platform.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords as words } from '#client/messages/office-awards.ts';
import type { BatchRecord } from '#client/workspace.ts';
import type { Desk } from '../today/desk.ts';
import { entriesOf, type AwardEntry } from './entries.ts';
import { AWARD_TABLES, readAwards, type AwardRows } from './read-awards.ts';

/** What was just done, and how to undo it. */
export interface Said {
  words: string;
  label?: string;
  undo?: () => Promise<void>;
}

export interface AwardDesk {
  campaign: Campaign;
  desk: Desk;
  rows: AwardRows;
  /** In force: the commune's own, or what a campaign has until its officer says otherwise. */
  rules: AwardRules;
  entries: readonly AwardEntry[];
  byId: ReadonlyMap<string, AwardEntry>;
  /** `YYYY-MM-DD`. */
  today: string;
  /** Epoch ms of the commune's minute. */
  now: number;
  canWrite: boolean;
  hamletName: (id: string) => string;
  said: Said;
  say: (said: Said) => void;
  /** All or none, with an undo; false where this machine could not keep it, which is said. */
  act: (label: string, records: readonly BatchRecord[], done?: string) => Promise<boolean>;
  /** One record by itself (a grave act, an objection, rules). */
  put: (done: string, write: () => Promise<void>) => Promise<boolean>;
  /** The hour of an act, epoch ms. */
  at: () => number;
}

const AwardContext = createContext<AwardDesk | undefined>(undefined);

export function useAwards(): AwardDesk {
  const desk = useContext(AwardContext);
  if (desk === undefined) throw new Error('a screen of awards outside its desk');
  return desk;
}

const rulesOf = (campaignId: string, kept: AwardRules | undefined): AwardRules =>
  kept ?? { id: campaignId, campaignId, ...defaultAwardRules };

/** Household by its own hamlet; a hamlet is its own; a person by whom it belongs to. */
const hamletOf =
  (desk: Desk) =>
  ({ recipient: { subjectKind, subjectId = '' } }: Award): string =>
    subjectKind === 'household'
      ? (desk.households.get(subjectId)?.hamletId ?? '')
      : subjectKind === 'hamlet'
        ? subjectId
        : '';

interface ProviderProps {
  campaign: Campaign;
  desk: Desk;
  now: number;
  loading: ReactNode;
  children: ReactNode;
}

export function AwardDeskProvider({ campaign, desk, now, loading, children }: ProviderProps) {
  const workspace = useWorkspace();
  const { id } = campaign;
  const rows = useLive(() => readAwards(workspace, id), [workspace, id], AWARD_TABLES);
  const [said, say] = useState<Said>({ words: '' });
  const act = useCallback(
    async (label: string, records: readonly BatchRecord[], done = label): Promise<boolean> => {
      if (records.length === 0) return false;
      try {
        const batchId = await workspace.putBatch({ label, records });
        say({ words: done, label, undo: () => workspace.revertBatch(batchId) });
        return true;
      } catch {
        say({ words: words.failed });
        return false;
      }
    },
    [workspace],
  );
  const put = useCallback(async (done: string, write: () => Promise<void>): Promise<boolean> => {
    try {
      await write();
      say({ words: done });
      return true;
    } catch {
      say({ words: words.failed });
      return false;
    }
  }, []);
  const today = dayOf(now);
  const canWrite = workspace.profile.role === 'officer';
  const seam = useMemo((): AwardDesk | undefined => {
    if (rows === undefined) return undefined;
    const rules = rulesOf(campaign.id, rows.rules?.value);
    const entries = entriesOf(rows, { rules, today, hamletOf: hamletOf(desk) });
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const hamletName = (hamletId: string): string => desk.hamletNames.get(hamletId) ?? '';
    const at = (): number => clock.now();
    return {
      campaign,
      desk,
      rows,
      rules,
      entries,
      byId,
      today,
      now,
      canWrite,
      hamletName,
      said,
      say,
      act,
      put,
      at,
    };
  }, [rows, campaign, desk, today, now, canWrite, said, act, put]);
  return seam === undefined ? loading : <AwardContext value={seam}>{children}</AwardContext>;
}

/** The batch's own name, for lists of what was done. */
export const labelOf = (move: string, n: number): string => fill(words.step.done, { move, n });
