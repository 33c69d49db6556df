/** Frozen rankings of a group, newest first: what each holds, reckoned again on demand, and what changed since the one before. */
import { useState } from 'react';
import { freezeDifferences } from '#domain/ranking/freeze-difference.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import type { Sets } from '#domain/ranking/freeze.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import { fill } from '#client/messages/fill.ts';
import { stateWords } from '#client/messages/states.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { OwnFreeze } from './own-freezes.ts';
import { rankingWords } from '#client/messages/office-ranking.ts';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import { when } from '../when.ts';
import { checkedWords, differenceWords, type NameOf } from './freeze-words.ts';
import { checkFreeze } from './make-freeze.ts';
import styles from './ranking.module.css';

const words = rankingWords.freeze;
/** Enough of the digest to read over the telephone. */
const CODE_LENGTH = 8;

interface FreezeListProps {
  /** What one row is: "xóm". */
  what: string;
  freezes: readonly RankingFreeze[];
  /** Ids of those the commune has not answered for. */
  waiting: ReadonlySet<string>;
  notTaken: readonly OwnFreeze[];
  sets: Sets;
  nameOf: NameOf;
}

interface FreezeItemProps {
  what: string;
  freeze: RankingFreeze;
  before: RankingFreeze | undefined;
  isWaiting: boolean;
  sets: Sets;
  nameOf: NameOf;
}

function FreezeItem({ what, isWaiting, freeze, before, sets, nameOf }: FreezeItemProps) {
  const [said, setSaid] = useState('');
  const recompute = async (): Promise<void> => {
    setSaid(words.recomputing);
    setSaid(checkedWords(await checkFreeze(freeze, sets), { n: freeze.results.length, what }, nameOf));
  };
  const differences = before && freezeDifferences(before, freeze);
  return (
    <li className={styles.freeze}>
      <b>{fill(words.at, { when: when(freeze.frozenAt) })}</b>
      <span className={sheets.why}>
        {fill(words.rows, { n: freeze.results.length, what, code: freeze.sha256.slice(0, CODE_LENGTH) })}
      </span>
      {isWaiting && (
        <span className={sheets.state}>
          <Glyph state="queued" />
          <span>{stateWords.queued}</span>
        </span>
      )}
      {freeze.reason !== undefined && <p>{fill(words.reasonLine, { reason: freeze.reason })}</p>}
      <details>
        <summary>{words.show}</summary>
        <ol className={styles.frozenRows}>
          {freeze.results.map(({ subjectId, rank, normalised }) => (
            <li key={subjectId}>
              <span>
                {rank ?? '—'} {nameOf(subjectId)}
              </span>
              <span>{formatPoints(normalised)}</span>
            </li>
          ))}
        </ol>
      </details>
      {differences && differences.length === 0 && <p>{words.noChanges}</p>}
      {differences && differences.length > 0 && (
        <details>
          <summary>{fill(words.changes, { n: differences.length })}</summary>
          <ul>
            {differences.map((difference) => {
              const line = differenceWords(difference, nameOf, sets);
              return <li key={line}>{line}</li>;
            })}
          </ul>
        </details>
      )}
      <button type="button" className={controls.button} onClick={() => void recompute()}>
        {words.recompute}
      </button>
      <p role="status" className={styles.words}>
        {said}
      </p>
    </li>
  );
}

export function FreezeList({ what, freezes, waiting, notTaken, sets, nameOf }: FreezeListProps) {
  return (
    <section className={sheets.sheet}>
      <h2>{words.listTitle}</h2>
      {notTaken.map(({ freeze, state }) => (
        <Notice key={freeze.id} tone="hand" title={fill(words.notTaken, { when: when(freeze.frozenAt) })}>
          <p>{state === 'stale' ? words.stale : words.setAside}</p>
        </Notice>
      ))}
      {freezes.length === 0 && <p>{words.none}</p>}
      <ul className={styles.freezes}>
        {freezes.map((freeze, at) => (
          <FreezeItem
            key={freeze.id}
            what={what}
            isWaiting={waiting.has(freeze.id)}
            freeze={freeze}
            before={freezes.find(({ id }) => id === freeze.replaces) ?? freezes[at + 1]}
            sets={sets}
            nameOf={nameOf}
          />
        ))}
      </ul>
    </section>
  );
}
