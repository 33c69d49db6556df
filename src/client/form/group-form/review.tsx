/** Before *Gửi*: what must be mended, what is missing, every answer with its way back, and the head's own word. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Send } from 'lucide-react';
import { checkAnswers, type AnswerIssue } from '#domain/check-answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { DraftRow } from '#client/db/model.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { chooseWords } from '#client/messages/choosing.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/hamlet.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { EvidenceReview } from '#client/form/evidence/evidence-review.tsx';
import { LastYearReview } from '#client/form/last-year.tsx';
import { PhotoSummary } from '#client/form/photo-field/photo-summary.tsx';
import type { ReviewParts } from './group-form.tsx';
import { ChangedRows } from './changed-rows.tsx';
import { useClaimDesk } from './claim-desk.tsx';
import { claimIssues } from './claim-issues.ts';
import { placeOf, type Place } from './place.ts';
import { AnswerRows, MissingRows } from './review-rows.tsx';
import { useSheet } from './sheet-context.tsx';
import { useSheetValues, type Sheet as SheetNow } from './sheet-values.ts';
import { SignOff, type Signer } from './sign-off.tsx';
import { ToChoose } from './to-choose.tsx';
import styles from './group-form.module.css';

interface ReviewProps {
  parts: ReviewParts;
  go: (place: Place) => void;
  stateLine: ReactNode;
  /** Who signs; null where this role may fill but not send (a helper). */
  signer: Signer | null;
  /** Who heads the hamlet or unit, where the commune has it on record. */
  headName: string | undefined;
  /** Why nothing may be sent now (the commune is reviewing), in words. */
  locked: string | null;
  /** Said above the rest, e.g. that it was sent before. */
  note: string | null;
  /** Seals; on success the caller goes on to the receipt. */
  send: (draft: DraftRow, selfScore: number) => Promise<void>;
}

const unfinishedIssues = ({ unfinished }: SheetNow): AnswerIssue[] =>
  Object.keys(unfinished).map((criterionId) => ({
    criterionId,
    severity: 'block',
    code: 'wrongShape',
    message: reviewWords.unfinished,
  }));

type ToLookAt = Pick<AnswerIssue, 'criterionId' | 'message'> & { code: string };

function Issues({ issues, go }: { issues: readonly ToLookAt[]; go: (place: Place) => void }) {
  const { set } = useSheet();
  const named = (id: string): string => {
    const criterion = criteriaOf(set).find((each) => each.id === id);
    if (criterion) return `${criterion.code}. ${criterion.shortText}`;
    return set.sharedQuestions.find((question) => question.id === id)?.screen.question ?? id;
  };
  return (
    <ul className={styles.blocks}>
      {issues.map(({ criterionId, code, message }) => (
        <li key={`${criterionId} ${code}`}>
          <b>{named(criterionId)}</b>
          <span>{message}</span>
          <Button
            small
            onClick={() => go(placeOf(set, criterionId))}
            aria-label={`${reviewWords.edit}: ${named(criterionId)}`}
          >
            {reviewWords.edit}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Total({ result }: { result: SheetNow['result'] }) {
  const { set } = useSheet();
  return (
    <Sheet>
      <p className={styles.total}>
        <b>{formatPoints(result.normalised)}</b>
        <span>{reviewWords.totalOf}</span>
      </p>
      {result.rankable && result.grade !== null && result.grade.min > 0 && (
        <p>{fill(reviewWords.grade, { grade: result.grade.name })}</p>
      )}
      {!result.rankable && <p>{fill(reviewWords.notRanked, { cap: formatPoints(set.naCapPoints) })}</p>}
    </Sheet>
  );
}

/** Brought into view: the button that was pressed stands at the foot of a long page. */
function Said({ words }: { words: string }) {
  const ref = useRef<HTMLDivElement>(null);
  // In braces: newer browsers answer with a promise, which React would take for a clean-up.
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div ref={ref}>
      <Notice tone="hand">
        <p role="alert">{words}</p>
      </Notice>
    </div>
  );
}

const signWords = ({ kind }: Signer, isStale: boolean): string => {
  if (isStale) return reviewWords.signAgain;
  return kind === 'head' ? reviewWords.signNeeded : reviewWords.signUnitNeeded;
};

const signedWhat = ({ criteria, missing, normalised }: SheetNow['result']): string =>
  fill(reviewWords.signWhat, {
    n: criteria.length - missing.length,
    total: criteria.length,
    score: formatPoints(normalised),
  });

export function Review({ parts, go, stateLine, signer, headName, locked, note, send }: ReviewProps) {
  const facts = useSheet();
  const { set, known, conflicts, sent } = facts;
  const claims = useClaimDesk();
  const sheet = useSheetValues(parts.control);
  const [name, setName] = useState(parts.signedOffBy === '' ? (headName ?? '') : parts.signedOffBy);
  /** The figures that were confirmed: others (a form that came in meanwhile) are confirmed anew. */
  const [signedFor, setSignedFor] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const figures = JSON.stringify(sheet.answers);
  const signed = signedFor === figures;
  const issues = [...unfinishedIssues(sheet), ...checkAnswers(set, sheet.answers, known)];
  const blocks = issues.filter(({ severity }) => severity === 'block');
  const warns = [
    ...issues.filter(({ severity }) => severity === 'warn'),
    ...claimIssues(facts, sheet.answers, claims),
  ];
  const toChoose = Object.keys(conflicts).length;
  const canSend = signer !== null && locked === null;
  const isAgain = note !== null || sent !== null;

  async function press(): Promise<void> {
    if (signer === null || busy) return;
    if (toChoose > 0) return setSaid(fill(chooseWords.blocked, { n: toChoose }));
    if (blocks.length > 0) return setSaid(fill(reviewWords.blocked, { n: blocks.length }));
    if (!signed) return setSaid(signWords(signer, signedFor !== null));
    setBusy(true);
    setSaid(null);
    try {
      if (!(await parts.isSound())) return setSaid(fill(reviewWords.blocked, { n: 1 }));
      const draft = await parts.settle();
      await send({ ...draft, answers: sheet.answers, signedOffBy: name.trim() }, sheet.result.normalised);
    } catch {
      // The seal is one transaction: nothing of it happened, and everything typed is still here.
      setSaid(reviewWords.sendFailed);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page
      head={
        <>
          <Bar title={reviewWords.title} back={() => go({ kind: 'groups' })} />
          {stateLine}
        </>
      }
      foot={
        <Dock>
          <Button onClick={() => go({ kind: 'groups' })}>{reviewWords.previous}</Button>
          {canSend && (
            <Button kind="main" icon={<Send />} aria-busy={busy} onClick={() => void press()}>
              {isAgain ? reviewWords.sendAgain : reviewWords.send}
            </Button>
          )}
        </Dock>
      }
    >
      {note !== null && <Notice tone="plain">{note}</Notice>}
      {locked !== null && <Notice tone="word">{locked}</Notice>}
      <Total result={sheet.result} />
      <ToChoose />
      <ChangedRows answers={sheet.answers} maySend={locked === null} />
      {blocks.length > 0 && (
        <Notice tone="hand" title={fill(reviewWords.blocksTitle, { n: blocks.length })}>
          <p>{reviewWords.blocksNote}</p>
          <Issues issues={blocks} go={go} />
        </Notice>
      )}
      <MissingRows missing={sheet.result.missing} go={go} />
      {warns.length > 0 && (
        <Notice tone="wait" title={reviewWords.warnsTitle}>
          <Issues issues={warns} go={go} />
        </Notice>
      )}
      <AnswerRows answers={sheet.answers} go={go} />
      <LastYearReview answers={sheet.answers} />
      <PhotoSummary set={set} open={(id) => go(placeOf(set, id))} />
      <EvidenceReview set={set} answers={sheet.answers} open={(id) => go(placeOf(set, id))} />
      {signer === null ? (
        <Notice tone="plain">
          {headName === undefined
            ? reviewWords.helperCannot
            : fill(reviewWords.helperCannotNamed, { name: headName })}
        </Notice>
      ) : (
        <SignOff
          signer={signer}
          what={signedWhat(sheet.result)}
          name={name}
          signed={signed}
          onName={(next) => {
            setName(next);
            setSignedFor(null);
            parts.onSignedOffBy(next);
          }}
          onSigned={(next) => {
            setSignedFor(next ? figures : null);
            setSaid(null);
          }}
        />
      )}
      {said !== null && <Said key={said} words={said} />}
    </Page>
  );
}
