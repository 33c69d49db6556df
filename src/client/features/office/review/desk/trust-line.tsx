/** What the checks name about this form: neutral chips, the figures behind a tap, and the page where one says "đã xem". */
import { useMemo } from 'react';
import { Link } from 'wouter';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import list from '../../list.module.css';
import sheets from '../../sheet.module.css';
import { TRUST_PATH } from '../../trust/paths.ts';
import { figureLines } from '../../trust/signal-words.ts';
import { useSignalsAround } from '../../trust/use-signals.ts';
import { flagOf, trustFlagsOf } from '../list/trust-flags.ts';
import styles from './desk.module.css';

const { list: listWords, trust: words } = reviewWords;

export function TrustLine({ submissionId }: { submissionId: string }) {
  const { signals, sources } = useSignalsAround();
  const flags = useMemo(() => trustFlagsOf(signals).get(submissionId) ?? [], [signals, submissionId]);
  if (sources === undefined || flags.length === 0) return null;
  const own = signals.open.filter(({ forms }) => forms.some(({ id }) => id === submissionId));
  return (
    <details className={styles.trust}>
      <summary>
        {words.title}{' '}
        {flags.map(({ kind, n }) => (
          <span key={kind} className={list.mark}>
            {fill(listWords.flagWords[kind], { n })}
          </span>
        ))}
      </summary>
      <p className={sheets.note}>{words.explain}</p>
      <ul>
        {own.map((signal) => (
          <li key={signal.key}>
            <b>{listWords.flags[flagOf(signal)]}.</b> {figureLines(signal, sources).join('; ')}.{' '}
            {trustWords.signals.innocent[signal.check]}{' '}
            <Link href={`${TRUST_PATH}?xem=${signal.check}`}>{words.open}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
