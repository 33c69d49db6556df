/** Pages of the log as far as they were read. The last ones stay with the open app, to be looked at without a network. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { LogEntry, LogHeads } from '#protocol/log.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import type { Workspace } from '#client/workspace.ts';
import { queryOf, revsOf, type LogFilter } from './log-query.ts';

export interface LogRead {
  entries: readonly LogEntry[];
  /** Goes on below this revision; absent: nothing further. */
  next?: number;
  /** Epoch ms. */
  readAt: number;
}

export type LogTrouble = { kind: 'offline' } | { kind: 'refused'; problem: ProblemCode } | { kind: 'failed' };

export interface LogSeam {
  read: LogRead | null;
  isReading: boolean;
  trouble: LogTrouble | null;
  more: () => void;
  again: () => void;
}

/** Of each open workspace, what was read last, whatever was asked. */
const lastRead = new WeakMap<Workspace, LogRead>();

type Outcome = { kind: 'read'; read: LogRead } | { kind: 'trouble'; trouble: LogTrouble };
type Days = { kind: 'days'; days: LogHeads['days'] } | { kind: 'trouble'; trouble: LogTrouble };

export const troubleOf = (
  reply: { kind: 'unreachable' } | { kind: 'refused'; problem: ProblemCode },
): LogTrouble => (reply.kind === 'unreachable' ? { kind: 'offline' } : reply);

async function daysOf(workspace: Workspace, { from, to }: LogFilter): Promise<Days> {
  if (from === '' && to === '') return { kind: 'days', days: [] };
  const heads = await workspace.readLogHeads();
  return heads.kind === 'read'
    ? { kind: 'days', days: heads.value.days }
    : { kind: 'trouble', trouble: troubleOf(heads) };
}

async function readOn(workspace: Workspace, filter: LogFilter, known: LogRead | null): Promise<Outcome> {
  const of = await daysOf(workspace, filter);
  if (of.kind === 'trouble') return of;
  const bounds = revsOf(filter, of);
  const readAt = clock.now();
  if (bounds === null) return { kind: 'read', read: { entries: [], readAt } };
  const reply = await workspace.readLog(queryOf(filter, known?.next ?? bounds.below));
  if (reply.kind !== 'read') return { kind: 'trouble', trouble: troubleOf(reply) };
  const { entries, next } = reply.value;
  const within = entries.filter(({ rev }) => rev > bounds.above);
  const isOver = next === undefined || next <= bounds.above + 1 || within.length < entries.length;
  return {
    kind: 'read',
    read: {
      entries: [...(known?.entries ?? []), ...within],
      ...(isOver ? {} : { next }),
      readAt: known?.readAt ?? readAt,
    },
  };
}

/** Reads anew whenever `filter` is another one (its identity tells). */
export function useLog(filter: LogFilter): LogSeam {
  const workspace = useWorkspace();
  const [read, setRead] = useState<LogRead | null>(null);
  const [isReading, setReading] = useState(true);
  const [trouble, setTrouble] = useState<LogTrouble | null>(null);
  const asked = useRef(0);

  const ask = useCallback(
    async (known: LogRead | null): Promise<void> => {
      const own = ++asked.current;
      setReading(true);
      const outcome = await readOn(workspace, filter, known).catch((): Outcome => ({
        kind: 'trouble',
        trouble: { kind: 'failed' },
      }));
      if (own !== asked.current) return;
      setReading(false);
      if (outcome.kind === 'trouble') {
        setTrouble(outcome.trouble);
        setRead(known ?? lastRead.get(workspace) ?? null);
        return;
      }
      setTrouble(null);
      setRead(outcome.read);
      lastRead.set(workspace, outcome.read);
    },
    [workspace, filter],
  );
  useEffect(() => {
    void ask(null);
  }, [ask]);

  return {
    read,
    isReading,
    trouble,
    more: () => void ask(read),
    again: () => void ask(null),
  };
}
