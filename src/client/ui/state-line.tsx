/**
 * The state, always in the same place: glyph, state word, one sentence with a time. Spoken politely when the word
 * changes; the ticking time is not.
 */
import type { StateWord } from '#client/state-of.ts';
import { stateWords } from '#client/messages/states.ts';
import { Glyph } from './glyph.tsx';
import styles from './state-line.module.css';

interface StateLineProps {
  state: StateWord;
  sentence: string;
  /** Where more is to be seen (Hàng chờ). */
  href?: string;
  /** Instead of the state's own word, e.g. the count of what waits. */
  word?: string;
}

export function StateLine({ state, sentence, href, word = stateWords[state] }: StateLineProps) {
  const content = (
    <>
      <Glyph state={state} />
      <span className={styles.text}>
        <b>{word}.</b> <span aria-live="off">{sentence}</span>
      </span>
    </>
  );
  return (
    <div role="status" className={styles.live} data-state={state}>
      {href === undefined ? (
        <p className={styles.line}>{content}</p>
      ) : (
        <a className={styles.line} href={href}>
          {content}
        </a>
      )}
    </div>
  );
}
