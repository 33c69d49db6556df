/** The move that led to the present state: who, when, in which words. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { AssessmentRow } from '#protocol/judged-rows.ts';
import { fill } from '#client/messages/fill.ts';
import { moveWords } from '#client/messages/moves.ts';
import { office } from '#client/messages/office.ts';
import { when } from '../when.ts';
import sheets from '../sheet.module.css';
import styles from './moves.module.css';

export function LastMove({ assessment, set }: { assessment: AssessmentRow; set: CriteriaSet | null }) {
  const { lastMove } = assessment;
  if (lastMove === undefined) return null;
  const { to, at, byName, byRole, reason, items = [] } = lastMove;
  const codes = new Map(set === null ? [] : criteriaOf(set).map(({ id, code }) => [id, code]));
  return (
    <div className={styles.last}>
      <h3>{moveWords.lastTitle}</h3>
      <p>
        <b>{moveWords.last[to]}</b>
        <span className={sheets.why}>
          {fill(moveWords.lastBy, { by: byName, role: office.roles[byRole], when: when(at) })}
        </span>
      </p>
      {reason !== undefined && <p>{reason}</p>}
      {items.length > 0 && (
        <ul>
          {items.map(({ criterionId, ask }) => (
            <li key={criterionId}>
              <b>{codes.get(criterionId) ?? criterionId}</b>: {ask}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
