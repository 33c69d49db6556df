/** The way from a home to its papers, with how many there are. */
import { FileText } from 'lucide-react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { paperWords } from '#client/messages/unit.ts';
import type { Workspace } from '#client/workspace.ts';
import type { HomeEntry } from './entry-list.tsx';
import { ownerOf, ownRecords, type Owner } from './own-records.ts';
import { papersPath } from './papers-path.ts';
import type { SheetRows } from './read-sheet.ts';

const READ = ['rows', 'outbox'] as const;
const noPapers = { plan: 0, narrative: 0, nomination: 0, evidence: 0 };
export type PaperCounts = typeof noPapers;

export async function countPapers(workspace: Workspace, owner: Owner | null): Promise<PaperCounts> {
  if (owner === null) return noPapers;
  const [plan, narrative, nomination, evidence] = await Promise.all([
    ownRecords(workspace, 'plan', owner),
    ownRecords(workspace, 'narrative', owner),
    ownRecords(workspace, 'nomination', owner),
    ownRecords(workspace, 'evidence', owner),
  ]);
  return {
    plan: plan.length,
    narrative: narrative.length,
    nomination: nomination.length,
    evidence: evidence.length,
  };
}

export function papersLine({ plan, narrative, nomination, evidence }: PaperCounts): string {
  const { line } = paperWords;
  const parts = [
    plan > 0 && line.plan,
    narrative > 0 && line.narrative,
    nomination > 0 && fill(line.nomination, { n: nomination }),
    evidence > 0 && fill(line.evidence, { n: evidence }),
  ].filter((part) => part !== false);
  const said = parts.join(', ');
  return said === '' ? line.none : said.charAt(0).toUpperCase() + said.slice(1);
}

export function usePapersEntry({ profile, campaign }: SheetRows, home: string): HomeEntry {
  const workspace = useWorkspace();
  const counts = useLive(
    () => countPapers(workspace, ownerOf(profile, campaign?.id)),
    [workspace, profile, campaign?.id],
    READ,
  );
  return {
    href: papersPath(home),
    icon: <FileText />,
    title: profile.binding?.kind === 'unit' ? paperWords.titleUnit : paperWords.titleHamlet,
    ...(counts && { line: papersLine(counts) }),
  };
}
