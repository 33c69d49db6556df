/** Giving points: three quick ones by a key, any other in a field, with a code and a word of why where they differ. */
import { useEffect, useId, useRef } from 'react';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { cx } from '#client/ui/cx.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { typedText } from '#client/ui/typed-text.ts';
import controls from '../../controls.module.css';
import { codeWords, quickScores, readPoints, reasonCodes, type ScoreDraft } from '../scores/score-draft.ts';
import type { CriterionView } from '../view/criteria-view.ts';
import styles from './pane.module.css';

const { score: words } = reviewWords;
const REASON_MAX = 2000;

export type ScoreField = 'points' | 'code' | 'reason';

/** Asks a field for the focus; `times` counts up with every asking. */
export interface FocusWish {
  field: ScoreField | 'ask';
  times: number;
}

export interface ScoreFormProps {
  each: CriterionView;
  /** What stands in the fields; the given points while nothing is typed. */
  draft: ScoreDraft;
  problem: { at: ScoreField | 'save'; words: string } | null;
  focus: FocusWish;
  /** null: it is the last one. */
  nextCode: string | null;
  isToReturn: boolean;
  mayReturn: boolean;
  onChange: (draft: ScoreDraft) => void;
  onSave: () => void;
  onReturn: () => void;
}

export function ScoreForm(props: ScoreFormProps) {
  const { each, draft, problem, nextCode, isToReturn, mayReturn, onChange, onSave, onReturn } = props;
  const typed = readPoints(draft.points);
  const isAsClaimed = each.self.status === 'scored' && typed === each.self.points;
  const asksWhy = draft.code === 'notApplicable' || (draft.points.trim() !== '' && !isAsClaimed);
  return (
    <>
      <div className={styles.quick} role="group" aria-label={words.quick}>
        {quickScores(each).map(({ key, label, draft: quick }) => (
          <button
            key={key}
            type="button"
            className={controls.button}
            aria-pressed={quick.points === draft.points && quick.code === draft.code}
            onClick={() => onChange(quick)}
          >
            <kbd aria-hidden="true">{key}</kbd> {label}
          </button>
        ))}
      </div>
      <Fields {...props} asksWhy={asksWhy} />
      {problem !== null && (
        <p className={styles.error} role="alert">
          <Glyph state="unsaved" />
          <span>{problem.words}</span>
        </p>
      )}
      <div className={styles.ways}>
        <button type="button" className={controls.mainButton} onClick={onSave}>
          {nextCode === null ? words.saveLast : fill(words.save, { code: nextCode })}{' '}
          <kbd aria-hidden="true">Ctrl Enter</kbd>
        </button>
        {mayReturn && (
          <button type="button" className={controls.button} aria-pressed={isToReturn} onClick={onReturn}>
            {isToReturn ? words.returning : words.returnItem} <kbd aria-hidden="true">R</kbd>
          </button>
        )}
      </div>
    </>
  );
}

function Fields({ each, draft, problem, focus, asksWhy, onChange }: ScoreFormProps & { asksWhy: boolean }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { field, times } = focus;
  useEffect(() => {
    if (times === 0 || field === 'ask') return;
    const control = box.current?.querySelector<HTMLInputElement>(`[data-field="${field}"]`);
    control?.focus();
    if (field === 'points') control?.select();
  }, [field, times]);
  const invalid = (at: ScoreField) => problem?.at === at || undefined;
  const max = formatPoints(each.criterion.maxPoints);
  return (
    <div ref={box} className={styles.fields}>
      <div className={styles.field}>
        <label htmlFor={`${id}-points`}>{words.label}</label>
        <input
          id={`${id}-points`}
          data-field="points"
          inputMode="decimal"
          autoComplete="off"
          value={draft.points}
          aria-invalid={invalid('points')}
          aria-describedby={`${id}-help`}
          onChange={(event) => onChange({ ...draft, points: typedText(event), code: codeAfter(draft.code) })}
        />
        <span id={`${id}-help`} className="spoken-only">
          {fill(words.help, { max })}
        </span>
      </div>
      {asksWhy && (
        <div className={styles.field}>
          <label htmlFor={`${id}-code`}>{words.code}</label>
          <select
            id={`${id}-code`}
            data-field="code"
            value={draft.code === 'asClaimed' ? '' : draft.code}
            aria-invalid={invalid('code')}
            onChange={({ target }) => onChange({ ...draft, code: target.value })}
          >
            <option value="">{words.codeNone}</option>
            {each.self.status === 'notApplicable' && (
              <option value="notApplicable">{codeWords('notApplicable')}</option>
            )}
            {reasonCodes.map((code) => (
              <option key={code} value={code}>
                {codeWords(code)}
              </option>
            ))}
          </select>
        </div>
      )}
      {asksWhy && (
        <div className={cx(styles.field, styles.whole)}>
          <label htmlFor={`${id}-reason`}>{words.reason}</label>
          <textarea
            id={`${id}-reason`}
            data-field="reason"
            rows={2}
            maxLength={REASON_MAX}
            value={draft.reason}
            aria-invalid={invalid('reason')}
            onChange={(event) => onChange({ ...draft, reason: typedText(event) })}
          />
        </div>
      )}
    </div>
  );
}

/** Points typed by hand are not what a key proposed any more. */
const codeAfter = (code: string): string => (code === 'notApplicable' || code === 'asClaimed' ? '' : code);
