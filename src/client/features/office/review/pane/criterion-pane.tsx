/** The selected criterion: what it asks, what was claimed and on what grounds, and the points one gives it. */
import { useState } from 'react';
import type { Criterion } from '#domain/criteria.ts';
import { explain } from '#domain/explain.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { Comments } from '../../comments.tsx';
import controls from '../../controls.module.css';
import sheets from '../../sheet.module.css';
import { when } from '../../when.ts';
import type { DeskHands, Lock } from '../desk/use-desk.ts';
import type { Review } from '../read/use-review.ts';
import { Earlier } from '../rounds/earlier.tsx';
import { codeWords } from '../scores/score-draft.ts';
import type { CriterionView } from '../view/criteria-view.ts';
import { ClaimPart } from './claim-part.tsx';
import { ConflictCard, whoGave } from './conflict-card.tsx';
import { EvidencePart } from './evidence-part.tsx';
import styles from './pane.module.css';
import { ReturnAsk } from './return-ask.tsx';
import { ScoreForm } from './score-form.tsx';
import { Triple } from './triple.tsx';

const { pane: words, score: scoreWords } = reviewWords;

interface CriterionPaneProps {
  review: Review;
  each: CriterionView;
  hands: DeskHands;
  lock: Lock | null;
  mayReturn: boolean;
  onTakeBack: () => void;
}

export function CriterionPane({ review, each, hands, lock, mayReturn, onTakeBack }: CriterionPaneProps) {
  const { around, rows, cross } = review;
  const { criterion, self } = each;
  const { snapshot } = around.submission;
  const kept = hands.drafts.words.has(criterion.id) ? hands.draftOf(each) : undefined;
  return (
    <section className={styles.pane} aria-label={words.label} data-pane>
      <div className={styles.top}>
        <h2>
          {criterion.code} {criterion.text}
        </h2>
        <p className={sheets.note}>
          {fill(words.rule, { max: formatPoints(criterion.maxPoints), rule: criterion.rule })}
        </p>
      </div>
      <div
        className={styles.middle}
        role="group"
        aria-label={fill(words.evidence, { code: criterion.code })}
        // What scrolls must be reached by keys alone.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <Earlier each={each} review={review} />
        <p>
          <b>{fill(words.answer, { answer: answerWords(criterion, snapshot[criterion.id], snapshot) })}</b>{' '}
          <span className={sheets.note}>{explain(self.why, criterion)}</span>
        </p>
        <ClaimPart each={each} cross={cross} />
        <EvidencePart each={each} rows={rows} />
        <Talk key={criterion.id} criterion={criterion} review={review} />
      </div>
      <div className={styles.form}>
        <Triple each={each} draft={kept} />
        <Act {...{ review, each, hands, lock, mayReturn, onTakeBack }} />
      </div>
    </section>
  );
}

/** The talk about one criterion, opened when asked for. */
function Talk({ criterion, review }: { criterion: Criterion; review: Review }) {
  const [isOpen, setOpen] = useState(false);
  const { submission, comments, own } = review.around;
  return (
    <details className={styles.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{fill(reviewWords.comments.of, { code: criterion.code })}</summary>
      {isOpen && (
        <Comments
          assessmentId={submission.assessmentId}
          criterion={criterion}
          comments={comments}
          own={own}
        />
      )}
    </details>
  );
}

function Act({ each, hands, lock, mayReturn, onTakeBack }: CriterionPaneProps) {
  const { criterion, standing } = each;
  const { id, code } = criterion;
  if (lock !== null)
    return (
      <>
        <Given each={each} />
        <p className={sheets.note}>{scoreWords.locked[lock]}</p>
      </>
    );
  if (hands.asking === id)
    return (
      <ReturnAsk
        code={code}
        ask={hands.toReturn.get(id) ?? ''}
        focus={hands.focus}
        onChange={(ask) => hands.askAt(id, ask)}
        onDone={() => void hands.save()}
        onRemove={() => {
          hands.askAt(id, null);
          hands.stopAsking();
        }}
      />
    );
  if (standing.kind === 'disputed' && !hands.drafts.words.has(id))
    return (
      <ConflictCard
        key={id}
        scores={standing.scores}
        onPick={(score, why) => void hands.pick(score, why)}
        onOther={() => {
          hands.change(id, { points: '', code: 'agreed', reason: '' });
          hands.wish('points');
        }}
      />
    );
  return (
    <>
      <Given each={each} />
      <ScoreForm
        key={id}
        each={each}
        draft={hands.draftOf(each)}
        problem={hands.problem}
        focus={hands.focus}
        nextCode={hands.next()?.criterion.code ?? null}
        isToReturn={hands.toReturn.has(id)}
        mayReturn={mayReturn}
        onChange={(draft) => hands.change(id, draft)}
        onSave={() => void hands.save()}
        onReturn={hands.toggleReturn}
      />
      {standing.kind === 'given' && (
        <button type="button" className={controls.textButton} onClick={onTakeBack}>
          {scoreWords.takeBack}
        </button>
      )}
    </>
  );
}

/** Who gave the points that stand, when and why. */
function Given({ each: { standing } }: { each: CriterionView }) {
  if (standing.kind !== 'given') return null;
  const { score } = standing;
  return (
    <p className={sheets.note}>
      {fill(scoreWords.given, {
        by: whoGave(score),
        points: formatPoints(score.points),
        when: when(score.at),
        code: codeWords(score.reasonCode),
        reason: score.reason === '' ? '.' : `. ${score.reason}`,
      })}
      {score.waits && ` ${reviewWords.waits}.`}
    </p>
  );
}
