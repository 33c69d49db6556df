/** What the office's machine holds, read and derived once per change for the rail, Hôm nay and Tiến độ alike. */
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { useNow } from '#client/subject/use-now.ts';
import { useWhich } from '../which-campaign.tsx';
import { calmly } from './calmly.ts';
import { noCounts, type Counts } from './counts.ts';
import { readDeskRows } from './desk-rows.ts';
import { deskOf, type Desk } from './desk.ts';
import { createHamletClaims, type HamletClaims } from './hamlet-claims.ts';
import type { Wait, WaitGroup } from './wait.ts';
import { waitsOf } from './waits.ts';

export interface DeskSeam {
  desk: Desk;
  waits: readonly Wait[];
  claims: HamletClaims;
  /** Epoch ms, moving on by the minute. */
  now: number;
}
const DeskContext = createContext<DeskSeam | undefined>(undefined);

const TABLES = ['rows', 'outbox'] as const;
const watch = {
  now: () => performance.now(),
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};

export function OfficeDesk({ children }: { children: ReactNode }) {
  const workspace = useWorkspace();
  const { chosen, day } = useWhich();
  const read = useMemo(
    () => calmly(async () => deskOf(await readDeskRows(workspace), { chosen, day }), watch),
    [workspace, chosen, day],
  );
  const desk = useLive(read, [read], TABLES);
  const [claims] = useState(createHamletClaims);
  const now = useNow();
  const waits = useMemo(() => desk && waitsOf(desk, claims, now), [desk, claims, now]);
  const seam = useMemo(() => desk && waits && { desk, waits, claims, now }, [desk, waits, claims, now]);
  return <DeskContext value={seam}>{children}</DeskContext>;
}

/** Undefined until the machine has been read once. */
export const useDesk = (): DeskSeam | undefined => useContext(DeskContext);

export function useCounts(): Counts {
  const seam = useDesk();
  return useMemo(() => {
    if (seam === undefined) return noCounts;
    const of = (group: WaitGroup) => seam.waits.filter((wait) => wait.group === group).length;
    return {
      today: seam.waits.length,
      review: of('choose') + of('review'),
      asks: of('families'),
      feedback: of('feedback'),
      devices: of('approve'),
    };
  }, [seam]);
}
