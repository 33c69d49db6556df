/** Knock-outs in force in this group; each can be ended, and the ending undone. */
import { fill } from '#client/messages/fill.ts';
import { rankingWords } from '#client/messages/office-ranking.ts';
import type { StoredRow } from '#client/db/model.ts';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import type { GroupView } from './group-view.ts';
import styles from './ranking.module.css';

const words = rankingWords.knockOut;

interface KnockOutsProps {
  view: GroupView;
  canWrite: boolean;
  onAdd: () => void;
  onEnd: (row: StoredRow<'knockOut'>, name: string) => void;
}

export function KnockOuts({ view, canWrite, onAdd, onEnd }: KnockOutsProps) {
  const found = [...view.forms.values()].flatMap(({ name, knockOut }) =>
    knockOut ? [{ name, knockOut }] : [],
  );
  return (
    <section className={sheets.sheet}>
      <h2>{words.title}</h2>
      {found.length === 0 && <p>{words.none}</p>}
      <ul className={styles.freezes}>
        {found.map(({ name, knockOut }) => {
          const { kind, reason, source, date } = knockOut.value;
          return (
            <li key={knockOut.id} className={styles.freeze}>
              <b>{name}</b>
              <p className={styles.words}>
                {fill(words.line, {
                  kind: words.kinds[kind],
                  reason: reason.endsWith('.') ? reason.slice(0, -1) : reason,
                  source,
                  date: date.split('-').reverse().join('/'),
                })}
              </p>
              {canWrite && (
                <button
                  type="button"
                  className={controls.textButton}
                  aria-label={fill(words.endNamed, { name })}
                  onClick={() => onEnd(knockOut, name)}
                >
                  {words.end}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {canWrite && view.forms.size > 0 && (
        <button type="button" className={controls.button} onClick={onAdd}>
          {words.add}
        </button>
      )}
    </section>
  );
}
