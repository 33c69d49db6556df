/** Decisions of the campaign. */
import { Link } from 'wouter';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import type { AwardDecision } from '#protocol/award-records.ts';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import { Frame } from './frame.tsx';
import { decisionPath, LETTERS_PATH } from './paths.ts';

const words = awardPapers.decision;

export const decisionGlyph: Record<AwardDecision['state'], GlyphState> = {
  prepared: 'queued',
  approved: 'final',
  withdrawn: 'withdrawn',
};

export function DecisionsPage() {
  const { rows } = useAwards();
  return (
    <Frame title={words.title} explain={words.explain}>
      {rows.decisions.length === 0 ? (
        <EmptyState
          title={words.none}
          action={
            <Link className={controls.mainButton} href={LETTERS_PATH}>
              {words.toLetters}
            </Link>
          }
        >
          {words.noneText}
        </EmptyState>
      ) : (
        <ul className={styles.papers}>
          {rows.decisions.map(({ id, value }) => (
            <li key={id} className={sheets.sheet}>
              <Link href={decisionPath(id)}>
                <b>
                  {fill(words.line, {
                    number: value.number,
                    date: dayWords(value.date),
                    n: value.awards.length,
                    money: formatNumber(value.total),
                  })}
                </b>
              </Link>
              <span className={sheets.state}>
                <Glyph state={decisionGlyph[value.state]} />
                <span>{words.states[value.state]}</span>
              </span>
              {value.reason !== undefined && (
                <span className={styles.breakable}>{fill(words.why, { reason: value.reason })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}
