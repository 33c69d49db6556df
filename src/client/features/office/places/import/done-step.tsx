/** What became of the import just written, as it becomes it; and the way back. */
import { Link } from 'wouter';
import { formatNumber } from '#domain/vietnamese/format.ts';
import type { ImportKind } from '#domain/import/kinds.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { importWords as words } from '#client/messages/office-import.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../../controls.module.css';
import sheet from '../../sheet.module.css';
import { batchWords, glyphOf } from '../batch-words.ts';
import { HOUSEHOLDS_TAB, PEOPLE_TAB, PLACES_PATH, UNITS_TAB } from '../paths.ts';
import { PLACES_TABLES } from '../read-places.ts';
import { UndoBatch } from '../undo-batch.tsx';
import styles from './import.module.css';

const listOf: Record<ImportKind, string> = {
  hamlet: PLACES_PATH,
  household: HOUSEHOLDS_TAB,
  unit: UNITS_TAB,
  position: PEOPLE_TAB,
  priorResult: PLACES_PATH,
};

interface DoneStepProps {
  kind: ImportKind;
  batchId: string;
  records: number;
  onAgain: () => void;
}

export function DoneStep({ kind, batchId, records, onAgain }: DoneStepProps) {
  const workspace = useWorkspace();
  const batches = useLive(() => workspace.batches(), [workspace], PLACES_TABLES);
  const batch = batches?.find(({ id }) => id === batchId);
  return (
    <section className={sheet.sheet}>
      <h2>{fill(words.doneTitle, { n: formatNumber(records) })}</h2>
      <p role="status" className={sheet.state}>
        {batch ? (
          <>
            <Glyph state={glyphOf(batch)} />
            <span>{batchWords(batch)}</span>
          </>
        ) : (
          words.doneWait
        )}
      </p>
      {batch === undefined && batches !== undefined && <EmptyState title={words.doneWait} />}
      <div className={styles.bulk}>
        <Link className={controls.mainButton} href={listOf[kind]}>
          {words.toList}
        </Link>
        {batch && <UndoBatch batch={batch} />}
        <button type="button" className={controls.button} onClick={onAgain}>
          {words.another}
        </button>
      </div>
    </section>
  );
}
