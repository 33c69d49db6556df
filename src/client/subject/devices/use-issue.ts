/** Asks for a code at a tap, and notices the phone that used it: a new row of the same place and role. */
import { useEffect, useState } from 'react';
import type { CodeResponse } from '#protocol/devices.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { refusedWords, type DeviceCommands } from './device-outcome.ts';

const ROWS = ['rows'] as const;
const META = ['meta'] as const;
const LOOKS_EVERY_MS = 5000;

type Wanted = Parameters<DeviceCommands['issueCode']>[0];

export interface Issue {
  /** What is shown now; null = nothing, or the reply has not come. */
  shown: { code: CodeResponse; wanted: Wanted } | null;
  /** Of the phone that used it. */
  bound: string | undefined;
  isAsking: boolean;
  /** Why there is none; '' = nothing was refused. */
  refused: string;
  clockOff: number;
  ask: (wanted: Wanted) => Promise<void>;
  forget: () => void;
}

export function useIssue(): Issue {
  const workspace = useWorkspace();
  const [shown, setShown] = useState<(NonNullable<Issue['shown']> & { known: ReadonlySet<string> }) | null>(
    null,
  );
  const [isAsking, setAsking] = useState(false);
  const [refused, setRefused] = useState('');
  const clockOff = useLive(async () => (await workspace.syncState()).clockOff, [workspace], META) ?? 0;
  const devices = useLive(
    async () => (await workspace.rows('device')).map(({ value }) => value),
    [workspace],
    ROWS,
  );
  const user =
    shown &&
    devices?.find(
      ({ id, role, subjectId }) =>
        !shown.known.has(id) && role === shown.wanted.role && subjectId === shown.wanted.subject,
    );
  const isLookedFor = shown !== null && shown.wanted.way === 'screen' && user === undefined;
  // Both stand here and look at the screen: its news is asked for, not waited for.
  useEffect(() => {
    if (!isLookedFor) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') workspace.sendNow();
    }, LOOKS_EVERY_MS);
    return () => clearInterval(timer);
  }, [workspace, isLookedFor]);
  async function ask(wanted: Wanted): Promise<void> {
    if (isAsking) return;
    setAsking(true);
    setRefused('');
    try {
      const known = new Set((await workspace.rows('device')).map(({ id }) => id));
      const outcome = await (await workspace.devices()).issueCode(wanted);
      setRefused(refusedWords(outcome) ?? '');
      setShown(outcome.kind === 'done' ? { code: outcome.value, wanted, known } : null);
    } finally {
      setAsking(false);
    }
  }
  return {
    shown,
    bound: user ? user.personName || user.label : undefined,
    isAsking,
    refused,
    clockOff,
    ask,
    forget: () => setShown(null),
  };
}
