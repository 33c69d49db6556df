/** What is asked at one criterion when the form is returned; gathered here, sent with the others. */
import { useEffect, useId, useRef } from 'react';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { typedText } from '#client/ui/typed-text.ts';
import controls from '../../controls.module.css';
import sheets from '../../sheet.module.css';
import type { FocusWish } from './score-form.tsx';
import styles from './pane.module.css';

const { ret: words, score } = reviewWords;

interface ReturnAskProps {
  code: string;
  ask: string;
  focus: FocusWish;
  onChange: (ask: string) => void;
  onDone: () => void;
  onRemove: () => void;
}

export function ReturnAsk({ code, ask, focus, onChange, onDone, onRemove }: ReturnAskProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus.times > 0 && focus.field === 'ask') field.current?.focus();
  }, [focus]);
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id}>{fill(words.ask, { code })}</label>
        <textarea
          ref={field}
          id={id}
          rows={3}
          maxLength={2000}
          value={ask}
          aria-describedby={`${id}-help`}
          onChange={(event) => onChange(typedText(event))}
        />
        <p id={`${id}-help`} className={sheets.note}>
          {words.askHelp}
        </p>
      </div>
      <div className={styles.ways}>
        <button type="button" className={controls.mainButton} onClick={onDone}>
          {words.keep} <kbd aria-hidden="true">Ctrl Enter</kbd>
        </button>
        <button type="button" className={controls.button} onClick={onRemove}>
          {score.returning}
        </button>
      </div>
    </>
  );
}
