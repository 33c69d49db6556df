/** The papers of the campaign looked at, gathered once per change of the replica and drawn when they are asked for. */
import { useMemo, useState } from 'react';
import { dayOf } from '#domain/day.ts';
import { paperFacts, type PaperFacts } from '#domain/papers/facts.ts';
import { namedAs, paperOf, papersOf, type DrawnPaper, type PaperName } from '#domain/papers/paper-of.ts';
import type { StoredRow } from '#client/db/model.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { usePatient } from '../patiently.ts';
import type { PillarCache } from '../report/report-forms.ts';
import { hasSent, type SubjectStanding } from '../today/desk.ts';
import { useDesk } from '../today/office-desk.tsx';
import { keptOf, paperSources, readPaperRows } from './read-paper-rows.ts';

const TABLES = ['rows', 'outbox'] as const;

export interface Papers {
  campaignId: string;
  facts: PaperFacts;
  names: readonly PaperName[];
  /** The one name of a paper that was asked for. */
  named: (name: PaperName) => PaperName;
  kept: (name: PaperName) => StoredRow<'paper'> | undefined;
  draw: (name: PaperName) => DrawnPaper | null;
  /** Units whose form the commune has: each has a report of its own. */
  units: readonly SubjectStanding[];
}

/** `none`: there is no campaign here · undefined: not read yet. */
export function usePapers(): Papers | 'none' | undefined {
  const workspace = useWorkspace();
  const seam = useDesk();
  const rows = usePatient(() => readPaperRows(workspace), [workspace], TABLES);
  const [cache] = useState((): PillarCache => new Map());
  const desk = seam?.desk;
  const today = dayOf(seam?.now ?? 0);
  return useMemo(() => {
    if (desk === undefined || rows === undefined) return undefined;
    const sources = paperSources(desk, rows, cache);
    if (sources === null) return 'none';
    const facts = paperFacts(sources);
    const kept = (name: PaperName) => keptOf(rows.paper, sources.campaign.id, name);
    return {
      campaignId: sources.campaign.id,
      facts,
      names: papersOf(facts),
      named: (name) => namedAs(facts, name),
      kept,
      draw: (name) => paperOf(facts, name, { kept: kept(name)?.value, today }),
      units: desk.units.filter(hasSent),
    };
  }, [desk, rows, cache, today]);
}
