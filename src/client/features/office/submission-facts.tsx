/** Who sent it, when it came, and the two scores side by side; anything unusual is said in a sentence. */
import type { ReactNode } from 'react';
import type { ScoreSheet } from '#domain/score.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { spellCode } from '#protocol/code.ts';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { Notice } from '#client/ui/notice.tsx';
import styles from './facts.module.css';
import sheets from './sheet.module.css';
import type { SubmissionView } from './use-submission.ts';
import { when } from './when.ts';

const { header } = office;

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Sentences an officer must see before reading the answers; empty when all is as usual. */
export function remarks({ submission, deadline }: SubmissionView, sheet: ScoreSheet | null): string[] {
  const { selfScore, serverScore, signedOffBy, byName } = submission;
  const said: string[] = [];
  if (!submission.current) said.push(office.superseded);
  if (submission.channel === 'proxy') said.push(fill(office.proxyNote, { name: signedOffBy || byName }));
  if (submission.sharedPhone !== undefined) said.push(office.sharedPhoneNote);
  if (submission.late)
    said.push(deadline ? fill(office.lateNote, { phrase: deadline.phrase }) : office.lateNotePlain);
  if (selfScore !== serverScore) {
    said.push(
      fill(office.scoresDiffer, { claimed: formatPoints(selfScore), server: formatPoints(serverScore) }),
    );
  }
  if (sheet && sheet.normalised !== serverScore) {
    said.push(
      fill(office.sheetDiffers, { here: formatPoints(sheet.normalised), server: formatPoints(serverScore) }),
    );
  }
  return said;
}

export function SubmissionFacts({ view, sheet }: { view: SubmissionView; sheet: ScoreSheet | null }) {
  const { submission, hamletName, set } = view;
  const { selfScore, serverScore } = submission;
  return (
    <section className={sheets.sheet}>
      <dl className={styles.scores}>
        <Fact name={header.claimed}>{fill(office.of100, { points: formatPoints(selfScore) })}</Fact>
        <Fact name={header.server}>{fill(office.of100, { points: formatPoints(serverScore) })}</Fact>
      </dl>
      {selfScore === serverScore && <p className={sheets.note}>{office.scoresAgree}</p>}
      {remarks(view, sheet).map((text) => (
        <Notice key={text} tone="word">
          {text}
        </Notice>
      ))}
      <dl className={styles.facts}>
        <Fact name={header.received}>{when(submission.receivedAt)}</Fact>
        <Fact name={header.receipt}>
          <span className={sheets.code}>{spellCode(submission.receiptCode)}</span>
        </Fact>
        {submission.signedOffBy !== '' && (
          <Fact name={submission.channel === 'proxy' ? header.typedBy : header.signedOff}>
            {submission.signedOffBy}
          </Fact>
        )}
        {submission.byName !== '' && <Fact name={header.sentBy}>{submission.byName}</Fact>}
        {hamletName !== '' && submission.subjectKind !== 'hamlet' && (
          <Fact name={header.hamlet}>{hamletName}</Fact>
        )}
        <Fact name={header.round}>{String(submission.round)}</Fact>
        <Fact name={header.set}>
          {set === null ? (
            <span className={sheets.code}>{submission.criteriaSet}</span>
          ) : (
            fill(office.setNamed, { name: set.name, version: set.version })
          )}
        </Fact>
      </dl>
    </section>
  );
}
