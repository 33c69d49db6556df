/**
 * Reads that follow the database: again after every commit that wrote to a table they read, in any tab. Dexie's own live
 * queries find out by themselves what a reader touched, but lose it after the first read of a workspace, which is a
 * bounded transaction of its own; the screen then stands still. So each reader is simply asked again.
 */
import { useEffect, useState } from 'react';
import { onChange, type TableName } from '#client/db/on-change.ts';

const ALL: readonly TableName[] = ['meta', 'drafts', 'outbox', 'receipts', 'rows'];

type Answer<T> = { kind: 'value'; value: T } | { kind: 'failed'; error: unknown };

/**
 * Undefined until the first answer; a failing read throws to the error boundary. `tables`: what it reads, where asking
 * again on every keystroke's save would cost (a constant of its module).
 */
export function useLive<T>(
  read: () => Promise<T>,
  deps: unknown[],
  tables: readonly TableName[] = ALL,
): T | undefined {
  const [answer, setAnswer] = useState<Answer<T>>();
  useEffect(() => {
    let isOver = false;
    let isReading = false;
    let isStale = false;
    const ask = async (): Promise<void> => {
      isStale = true;
      if (isReading) return;
      isReading = true;
      while (isStale && !isOver) {
        isStale = false;
        const next = await read().then(
          (value): Answer<T> => ({ kind: 'value', value }),
          (error: unknown): Answer<T> => ({ kind: 'failed', error }),
        );
        if (!isOver) setAnswer(next);
      }
      isReading = false;
    };
    const stop = onChange(tables, () => void ask());
    void ask();
    return () => {
      isOver = true;
      stop();
    };
    // The caller's deps say when `read` is another question.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [...deps, tables]);
  if (answer?.kind === 'failed') throw answer.error;
  return answer?.value;
}
