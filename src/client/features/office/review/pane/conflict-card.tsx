/** Two officers gave different points and neither had seen the other's: a person chooses, or writes a third. */
import { useId, useState } from 'react';
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { typedText } from '#client/ui/typed-text.ts';
import controls from '../../controls.module.css';
import { when } from '../../when.ts';
import type { GivenScore } from '../scores/live-scores.ts';
import { codeWords } from '../scores/score-draft.ts';
import styles from './pane.module.css';

const { conflict: words, score: scoreWords } = reviewWords;

const pointsWords = ({ points, reasonCode }: GivenScore): string =>
  reasonCode === NOT_APPLICABLE ? reviewWords.notApplicableLong : formatPoints(points);

/** "Hoàng Thị Dung, thường trực"; this machine's own person reads "Tôi". */
export const whoGave = ({ isOwn, byName, byRole }: GivenScore): string => {
  if (isOwn) return scoreWords.me;
  return byRole === undefined ? byName : `${byName}, ${office.roles[byRole]}`;
};

interface ConflictCardProps {
  scores: readonly GivenScore[];
  /** A choice has seen every version. */
  onPick: (score: GivenScore, why: string) => void;
  onOther: () => void;
}

export function ConflictCard({ scores, onPick, onOther }: ConflictCardProps) {
  const id = useId();
  const [why, setWhy] = useState('');
  const [isAsked, setAsked] = useState(false);
  const pick = (score: GivenScore): void => {
    if (why.trim() === '') return setAsked(true);
    onPick(score, why.trim());
  };
  return (
    <>
      <h3>{words.title}</h3>
      <p>{words.intro}</p>
      <div className={styles.conflict}>
        {scores.map((score) => (
          <div key={score.opId} className={styles.card}>
            <b>{pointsWords(score)}</b>
            <p>{fill(words.by, { by: whoGave(score), when: when(score.at) })}</p>
            <p>
              {codeWords(score.reasonCode)}
              {score.reason !== '' && `. ${score.reason}`}
            </p>
            <button type="button" className={controls.button} onClick={() => pick(score)}>
              {fill(words.pick, { points: pointsWords(score) })}
            </button>
          </div>
        ))}
      </div>
      <div className={styles.field}>
        <label htmlFor={id}>{words.reason}</label>
        <textarea
          id={id}
          data-field="reason"
          rows={2}
          maxLength={2000}
          value={why}
          aria-invalid={(isAsked && why.trim() === '') || undefined}
          onChange={(event) => setWhy(typedText(event))}
        />
      </div>
      {isAsked && why.trim() === '' && (
        <p className={styles.error} role="alert">
          <Glyph state="unsaved" />
          <span>{words.reasonNeeded}</span>
        </p>
      )}
      <div className={styles.ways}>
        <button type="button" className={controls.button} onClick={onOther}>
          {words.other}
        </button>
      </div>
    </>
  );
}
