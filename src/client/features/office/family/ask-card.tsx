/** One objection or request: what it is, the family's words, until when, and the answer. */
import { useState } from 'react';
import { Link } from 'wouter';
import { restricts } from '#protocol/family-records.ts';
import { requestClock } from '#domain/request-clock.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeFamily as words } from '#client/messages/office-family.ts';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { submissionPath } from '../paths.ts';
import sheets from '../sheet.module.css';
import { when } from '../when.ts';
import { AnswerForm } from './answer-form.tsx';
import { clockWords } from './clock-words.ts';
import { isOpen, type FamilyAsk } from './read-family-asks.ts';
import styles from './family.module.css';

const glyphs: Partial<Record<FamilyAsk['value']['state'], GlyphState>> = {
  open: 'returned',
  takenBack: 'withdrawn',
};

const stateWords = (ask: FamilyAsk): string =>
  ask.entity === 'objection' ? words.objectionStates[ask.value.state] : words.requestStates[ask.value.state];

/** Two officers erase: what the next of them does. */
const eraseWords = ({ state, answer = '' }: FamilyAsk['value']): string =>
  state === 'done' ? words.erasing : answer === '' ? words.eraseFirst : words.erase;

interface AskCardProps {
  ask: FamilyAsk;
  /** This machine's time, ms. */
  now: number;
  /** Where the page does not say whose it is. */
  showsWho?: boolean;
}

export function AskCard({ ask, now, showsWho = false }: AskCardProps) {
  const { profile } = useWorkspace();
  const [isChanging, setChanging] = useState(false);
  const { value, at, isAnswered, householder, code, hamletName, submission, own } = ask;
  const name = ask.entity === 'objection' ? words.objection : words.kinds[ask.value.kind];
  const clock = requestClock({ at, isAnswered }, now);
  // Others read it; the policy lets the standing officer answer alone.
  const mayAnswer = profile.role === 'officer' && value.state !== 'takenBack' && own.kind !== 'waits';
  return (
    <li className={styles.card}>
      <p className={sheets.state}>
        <Glyph state={glyphs[value.state] ?? 'verified'} />
        <span>
          <b>{name}</b>. {stateWords(ask)}
        </span>
      </p>
      {showsWho && <p>{fill(words.who, { name: householder, code, hamlet: hamletName })}</p>}
      <blockquote className={styles.words}>{value.reason === '' ? words.noWords : value.reason}</blockquote>
      <p className={sheets.note}>
        {fill(words.at, { when: when(at) })}
        {isOpen(ask) && ` ${clockWords(clock)}`}
      </p>
      {showsWho && submission !== null && (
        <p>
          <Link href={submissionPath(submission)}>{words.toForm}</Link>
        </p>
      )}
      {isOpen(ask) && ask.entity === 'objection' && <p className={sheets.note}>{words.frozen}</p>}
      {ask.entity === 'dataRequest' && restricts(ask.value) && (
        <p className={sheets.note}>{words.restricted}</p>
      )}
      {ask.entity === 'dataRequest' && ask.value.kind === 'delete' && value.state !== 'takenBack' && (
        <p className={sheets.note}>{eraseWords(value)}</p>
      )}
      {value.answer !== undefined && <p>{fill(words.answerOf, { text: value.answer })}</p>}
      {own.kind === 'waits' && (
        <Notice tone="wait">
          <p role="status">{words.waits}</p>
        </Notice>
      )}
      {own.kind === 'refused' && (
        <Notice tone="hand">
          <p role="status">
            {own.code === 'SECOND_PERSON' ? words.refusedAlone : fill(words.refused, { code: own.code })}
          </p>
          {own.answer !== '' && own.answer !== value.answer && (
            <p className={styles.words}>{fill(words.ownAnswer, { text: own.answer })}</p>
          )}
        </Notice>
      )}
      {mayAnswer && (isOpen(ask) || isChanging) && (
        <AnswerForm ask={ask} onGiven={() => setChanging(false)} />
      )}
      {mayAnswer && !isOpen(ask) && !isChanging && (
        <button type="button" className={controls.textButton} onClick={() => setChanging(true)}>
          {words.changeAnswer}
        </button>
      )}
    </li>
  );
}
