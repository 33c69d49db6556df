/** Every import, merger and count that took effect as a whole, and the way back. */
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords } from '#client/messages/office-places.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import sheet from '../sheet.module.css';
import { when } from '../when.ts';
import { batchWords, glyphOf } from './batch-words.ts';
import { Frame } from './frame.tsx';
import styles from './places.module.css';
import { PLACES_TABLES } from './read-places.ts';
import { UndoBatch } from './undo-batch.tsx';

const words = placesWords.batches;

export function BatchesPage() {
  const workspace = useWorkspace();
  const batches = useLive(() => workspace.batches(), [workspace], PLACES_TABLES);
  return (
    <Frame explain={words.explain}>
      {batches === undefined ? (
        <p role="status">{common.loading}</p>
      ) : batches.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <ul className={styles.batches}>
          {batches.map((batch) => (
            <li key={batch.id} className={styles.ask}>
              <div>
                <h2>{batch.label}</h2>
                <p className={sheet.state}>
                  <Glyph state={glyphOf(batch)} />
                  <span>{batchWords(batch)}</span>
                </p>
                <p className={sheet.note}>
                  {[
                    fill(words.records, { n: formatNumber(batch.records) }),
                    ...(batch.sealedAt === undefined ? [] : [fill(words.at, { when: when(batch.sealedAt) })]),
                  ].join(', ')}
                </p>
              </div>
              <UndoBatch batch={batch} />
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}
