/** One objection or request: what it is, the family's words, until when, and the answer. */
import { useState } from 'react';
import { Link } from 'wouter';
import { formatDate } from '#domain/vietnamese/format.ts';
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
import { isOpen, type FamilyAsk } from './read-family-asks.ts';
import styles from './family.module.css';

const glyphs: Partial<Record<FamilyAsk['value']['state'], GlyphState>> = {
  open: 'returned',
  takenBack: 'withdrawn',
};

const stateWords = (ask: FamilyAsk): string =>
  ask.entity === 'objection' ? words.objectionStates[ask.value.state] : words.requestStates[ask.value.state];

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
  const { value, at, dueAt, householder, code, hamletName, submission, submissions, own } = ask;
  const name = ask.entity === 'objection' ? words.objection : words.kinds[ask.value.kind];
  const times = { when: when(at), due: formatDate(dueAt) };
  const isLate = isOpen(ask) && now > dueAt && formatDate(now) !== formatDate(dueAt);
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
      <p className={sheets.note}>{fill(isLate ? words.overdue : words.at, times)}</p>
      {showsWho && submission !== null && (
        <p>
          <Link href={submissionPath(submission)}>{words.toForm}</Link>
        </p>
      )}
      {isOpen(ask) && ask.entity === 'objection' && <p className={sheets.note}>{words.frozen}</p>}
      {isOpen(ask) && ask.entity === 'dataRequest' && ask.value.kind === 'delete' && submission !== null && (
        <p className={sheets.note}>{fill(words.erase, { ids: submissions.join(', ') })}</p>
      )}
      {value.answer !== undefined && <p>{fill(words.answerOf, { text: value.answer })}</p>}
      {own.kind === 'waits' && (
        <Notice tone="wait">
          <p role="status">{words.waits}</p>
        </Notice>
      )}
      {own.kind === 'refused' && (
        <Notice tone="hand">
          <p role="status">{fill(words.refused, { code: own.code })}</p>
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
