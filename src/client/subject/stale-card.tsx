/** Two phones wrote one record: both versions side by side, of one weight, until a person says which stands. */
import type { ReactNode } from 'react';
import { fill } from '#client/messages/fill.ts';
import { staleWords } from '#client/messages/stale.ts';
import { Button } from '#client/ui/button.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { StaleRecord } from './stale-records.ts';
import { usePut } from './use-put.ts';
import styles from './stale-card.module.css';

interface StaleCardProps<Value> {
  /** What it is, for the head. */
  name: string;
  stale: StaleRecord<Value>;
  /** As the commune keeps it now; undefined = ended there. */
  row: { rev: number; value: Value } | undefined;
  show: (value: Value) => ReactNode;
  put: (id: string, value: Value | null, baseRev: number) => Promise<void>;
}

export function StaleCard<Value extends { id: string }>({
  name,
  stale,
  row,
  show,
  put,
}: StaleCardProps<Value>) {
  const workspace = useWorkspace();
  const writing = usePut();
  const { id, own } = stale;
  // Written on what is there now, so that nobody has to choose twice.
  const choose = (value: Value | null): void => {
    void writing.run(async () => {
      if (row !== undefined || value === null) return put(id, value, row?.rev ?? 0);
      // What another phone took out stays out: the words come back as a new one.
      const fresh = workspace.newId();
      await put(fresh, { ...value, id: fresh }, 0);
      await put(id, null, 0);
    });
  };
  const theirs = row?.value ?? null;
  const side = (value: Value | null, gone: string): ReactNode =>
    value === null ? <p>{gone}</p> : show(value);
  return (
    <Notice tone="hand" title={fill(staleWords.title, { name })}>
      <p>{staleWords.text}</p>
      <div className={styles.pair}>
        <section className={styles.side}>
          <b>{staleWords.own}</b>
          {side(own, staleWords.ownGone)}
          <Button small onClick={() => choose(own)}>
            {staleWords.keepOwn}
          </Button>
        </section>
        <section className={styles.side}>
          <b>{staleWords.theirs}</b>
          {side(theirs, staleWords.theirsGone)}
          <Button small onClick={() => choose(theirs)}>
            {staleWords.keepTheirs}
          </Button>
        </section>
      </div>
      {writing.hasFailed && <FieldError text={staleWords.failed} />}
    </Notice>
  );
}
