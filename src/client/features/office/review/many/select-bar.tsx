/** Over the list while many are chosen: how many, all at once, the one act, and who is left out for what. */
import { formatNumber } from '#domain/vietnamese/format.ts';
import { leftReasons, type LeftReason } from '#domain/review/sound.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewManyWords as words } from '#client/messages/office-review-many.ts';
import controls from '../../controls.module.css';
import sheets from '../../sheet.module.css';
import type { Entry } from '../../entries.ts';
import type { Chosen } from './use-chosen.ts';
import styles from './many.module.css';

interface SelectBarProps {
  /** What the filter shows, and all it would show whatever the reason. */
  shown: readonly Entry[];
  within: readonly Entry[];
  left: LeftReason | null;
  chosen: Chosen;
  isBusy: boolean;
  onLeft: (reason: LeftReason | null) => void;
  onGo: () => void;
  onEnd: () => void;
}

export function SelectBar({ shown, within, left, chosen, isBusy, onLeft, onGo, onEnd }: SelectBarProps) {
  const sound = shown.filter((each) => each.left === null).length;
  const n = chosen.ids.size;
  const counts = leftReasons.flatMap((reason) => {
    const of = within.filter((each) => each.left === reason).length;
    return of > 0 ? [{ reason, of }] : [];
  });
  const all = counts.reduce((sum, { of }) => sum + of, 0);
  return (
    <section className={styles.bar} aria-label={words.name}>
      <p className={sheets.note}>{words.intro}</p>
      <div className={styles.line}>
        <b role="status">{fill(words.chosen, { n: formatNumber(n) })}</b>
        {sound > 0 && (
          <button type="button" className={controls.button} onClick={chosen.all}>
            {fill(words.all, { n: formatNumber(sound) })}
          </button>
        )}
        {n > 0 && (
          <button type="button" className={controls.button} onClick={chosen.none}>
            {words.none}
          </button>
        )}
        <button type="button" className={controls.button} onClick={onEnd}>
          {words.end}
        </button>
        {n > 0 && !isBusy ? (
          <button type="button" className={controls.mainButton} onClick={onGo}>
            {fill(words.go, { n: formatNumber(n) })}
          </button>
        ) : (
          !isBusy && <span className={sheets.note}>{sound > 0 ? words.goNone : words.noneSound}</span>
        )}
      </div>
      {all > 0 && (
        <div className={styles.line} role="group" aria-label={fill(words.left, { n: formatNumber(all) })}>
          <span>{fill(words.left, { n: formatNumber(all) })}</span>
          {counts.map(({ reason, of }) => (
            <button
              key={reason}
              type="button"
              className={controls.chip}
              aria-pressed={left === reason}
              onClick={() => onLeft(left === reason ? null : reason)}
            >
              {fill(words.count, { n: formatNumber(of), why: words.reasons[reason] })}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
