/** Equal scores side by side, step by step, with the one that decided; or for the council to decide. */
import type { Tie } from '#domain/ranking/ties.ts';
import { rankSteps, type RankKey, type RankStep } from '#domain/ranking/key.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { rankingWords } from '#client/messages/office-ranking.ts';
import { cx } from '#client/ui/cx.ts';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import type { GroupView } from './group-view.ts';
import { listWords } from './rank-words.ts';
import styles from './ranking.module.css';

const words = rankingWords.tie;

interface TieCardProps {
  tie: Tie;
  view: GroupView;
  canWrite: boolean;
  onDecide: (subjectIds: readonly string[]) => void;
  onRemove: (decisionId: string) => void;
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${formatPoints(value)}`;

function figure(step: RankStep, key: RankKey, prior: number | null): string {
  switch (step) {
    case 'score':
      return formatPoints(key[0]);
    case 'ratio':
      return formatPoints(key[1]);
    case 'improvement':
      return prior === null ? words.noPrior : signed(key[2]);
    case 'onTime':
      return key[3] === 1 ? words.yes : words.no;
  }
}

/** Steps up to the last one that was needed: later ones say nothing here. */
const shownSteps = ({ between }: Tie): readonly RankStep[] => {
  const last = Math.max(
    ...between.map((step) => (step === null || step === 'council' ? 3 : rankSteps.indexOf(step))),
  );
  return rankSteps.slice(0, last + 1);
};

export function TieCard({ tie, view, canWrite, onDecide, onRemove }: TieCardProps) {
  const { members, between, undecided } = tie;
  const nameOf = (subjectId: string): string => view.forms.get(subjectId)?.name ?? '';
  const placed = view.decisions.find(({ value }) =>
    value.order.every((subjectId) => members.some((member) => member.subjectId === subjectId)),
  );
  return (
    <section className={sheets.sheet}>
      <h2>{fill(words.title, { score: formatPoints(tie.normalised) })}</h2>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.compare}</th>
              {members.map(({ subjectId }) => (
                <th key={subjectId} scope="col" className={sheets.right}>
                  {nameOf(subjectId)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shownSteps(tie).map((step) => (
              <tr key={step}>
                <th scope="row">{words.steps[step]}</th>
                {members.map(({ subjectId, key }, at) => (
                  <td key={subjectId} className={cx(sheets.right, between[at] === step && styles.strong)}>
                    {figure(step, key, view.forms.get(subjectId)?.prior ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {between.map((step, at) => {
        const before = members[at];
        return (
          step !== null &&
          before && (
            <p key={before.subjectId}>{fill(words.decided[step], { name: nameOf(before.subjectId) })}</p>
          )
        );
      })}
      {placed && between.includes('council') && (
        <>
          <p className={styles.words}>
            {fill(words.reason, {
              reason: placed.value.reason,
              date: placed.value.date.split('-').reverse().join('/'),
            })}
          </p>
          {canWrite && (
            <button type="button" className={controls.textButton} onClick={() => onRemove(placed.id)}>
              {words.remove}
            </button>
          )}
        </>
      )}
      {undecided.map((equals) => (
        <div key={equals.join()} className={styles.undecided}>
          <p>
            {fill(words.undecided, { names: listWords(equals.map(nameOf)) })} <b>{words.council}</b>
          </p>
          {canWrite && (
            <button type="button" className={controls.button} onClick={() => onDecide(equals)}>
              {words.record}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
