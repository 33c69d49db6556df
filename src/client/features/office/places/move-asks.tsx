/** Families whose hamlet says that they live in another one now: the office says yes, or they stay. */
import { useState } from 'react';
import type { StoredRow } from '#client/db/model.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { placesWords } from '#client/messages/office-places.ts';
import { backInList } from '#client/subject/household-gone.ts';
import controls from '../controls.module.css';
import sheet from '../sheet.module.css';
import type { Places } from './read-places.ts';
import styles from './places.module.css';
import { withoutGaps } from './without-gaps.ts';

const words = placesWords.household;

export const movesAsked = ({ households }: Places): StoredRow<'household'>[] =>
  households.filter(
    ({ value }) =>
      value.movedTo !== undefined && value.movedTo !== value.hamletId && value.mergedInto === undefined,
  );

export function MoveAsks({ places }: { places: Places }) {
  const workspace = useWorkspace();
  const [news, setNews] = useState('');
  const asked = movesAsked(places);
  const answer = async (row: StoredRow<'household'>, moves: boolean): Promise<void> => {
    const { movedTo, hamletId } = row.value;
    const value = { ...backInList(row.value), hamletId: moves ? (movedTo ?? hamletId) : hamletId };
    await workspace.putRecord('household', row.id, withoutGaps(value), row.rev);
    setNews(placesWords.written);
  };
  if (asked.length === 0) return <p role="status">{news}</p>;
  return (
    <section className={sheet.sheet} aria-labelledby="ho-cho-chuyen">
      <h2 id="ho-cho-chuyen">{fill(words.asks, { n: asked.length })}</h2>
      <p className={sheet.note}>{words.asksExplain}</p>
      <p role="status">{news}</p>
      {asked.map((row) => {
        const { householder: name, hamletId, movedTo = '' } = row.value;
        const text = fill(words.ask, {
          name,
          from: places.hamletName(hamletId),
          to: places.hamletName(movedTo),
        });
        return (
          <div key={row.id} className={styles.ask}>
            <span>{text}</span>
            <span className={styles.actions}>
              <button
                type="button"
                className={controls.button}
                aria-label={`${words.accept}. ${text}`}
                onClick={() => void answer(row, true)}
              >
                {words.accept}
              </button>
              <button
                type="button"
                className={controls.button}
                aria-label={`${words.refuse}. ${text}`}
                onClick={() => void answer(row, false)}
              >
                {words.refuse}
              </button>
            </span>
          </div>
        );
      })}
    </section>
  );
}
