/** Before sending for a family: what must be mended, what is missing, every answer, and the record of its consent. */
import type { AnswerIssue } from '#domain/check-answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet, Criterion } from '#domain/criteria.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import type { DraftRow } from '#client/db/model.ts';
import { answerWords } from '#client/form/answer-words.ts';
import { consentTexts, consent as consentWords } from '#client/messages/consent.ts';
import { fill } from '#client/messages/fill.ts';
import { proxyWords } from '#client/messages/households.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { modeOf, purposes } from './proxy-draft.ts';
import { questionNumbers } from './question-numbers.ts';
import styles from './households.module.css';

interface ProxyReviewProps {
  set: CriteriaSet;
  draft: DraftRow;
  issues: readonly AnswerIssue[];
  /** To the group a question is in. */
  onEdit: (id: string) => void;
  onConsent: () => void;
}

function ConsentRecord({ draft, onConsent }: Pick<ProxyReviewProps, 'draft' | 'onConsent'>) {
  const mode = modeOf(draft);
  const at = draft.consent.process?.at ?? draft.updatedAt;
  return (
    <Sheet title={proxyWords.recordTitle}>
      <p>
        {fill(proxyWords.record, {
          nguoiNhap: draft.signedOffBy.trim(),
          cach: mode === null ? '' : proxyWords.modes[mode],
          nguoiChungKien: draft.witness.trim() || proxyWords.noWitness,
          gio: formatTime(at),
          ngay: formatDate(at),
        })}
      </p>
      <ul className={styles.rows}>
        {purposes.map((purpose) => (
          <li key={purpose}>
            <div>
              <p>{consentTexts[purpose].title}</p>
              <p className={styles.answer}>
                {draft.consent[purpose]?.agreed === true ? consentWords.agree : consentWords.decline}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Button small onClick={onConsent}>
        {proxyWords.consentStep}
      </Button>
    </Sheet>
  );
}

export function ProxyReview({ set, draft, issues, onEdit, onConsent }: ProxyReviewProps) {
  const numbers = questionNumbers(set);
  const criteria = criteriaOf(set).sort((a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0));
  const n = ({ id }: Criterion): number => numbers.get(id) ?? 0;
  const missing = criteria.filter(({ id }) => draft.answers[id] === undefined);
  const answered = criteria.filter(({ id }) => draft.answers[id] !== undefined);
  const titleOf = (id: string): string => {
    const criterion = criteria.find((each) => each.id === id);
    if (criterion) return `${n(criterion)}. ${criterion.shortText}`;
    return set.sharedQuestions.find((question) => question.id === id)?.screen.question ?? id;
  };
  const blocks = issues.filter(({ severity }) => severity === 'block');
  const warns = issues.filter(({ severity }) => severity === 'warn');
  const issueList = (list: readonly AnswerIssue[]) => (
    <ul className={styles.form}>
      {list.map(({ criterionId, code, message }) => (
        <li key={`${criterionId} ${code}`} className={styles.form}>
          <b>{titleOf(criterionId)}</b>
          <span>{message}</span>
          <Button
            small
            aria-label={`${proxyWords.edit}: ${titleOf(criterionId)}`}
            onClick={() => onEdit(criterionId)}
          >
            {proxyWords.edit}
          </Button>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {blocks.length > 0 && (
        <Notice tone="hand" title={fill(proxyWords.blocksTitle, { n: blocks.length })}>
          {issueList(blocks)}
        </Notice>
      )}
      {missing.length === 0 ? (
        <p>{fill(proxyWords.allAnswered, { total: criteria.length })}</p>
      ) : (
        <Sheet title={fill(proxyWords.missingTitle, { n: missing.length })}>
          <ul className={styles.rows}>
            {missing.map((criterion) => (
              <li key={criterion.id}>
                <p>{titleOf(criterion.id)}</p>
                <Button
                  small
                  aria-label={fill(proxyWords.answerItem, { n: n(criterion) })}
                  onClick={() => onEdit(criterion.id)}
                >
                  {proxyWords.answer}
                </Button>
              </li>
            ))}
          </ul>
          <p className="soft">{proxyWords.missingNote}</p>
        </Sheet>
      )}
      {warns.length > 0 && (
        <Notice tone="wait" title={proxyWords.warnsTitle}>
          {issueList(warns)}
        </Notice>
      )}
      <ConsentRecord draft={draft} onConsent={onConsent} />
      <section>
        <h2 className={styles.group}>{proxyWords.questionsTitle}</h2>
        <ul className={styles.rows}>
          {answered.map((criterion) => (
            <li key={criterion.id}>
              <div>
                <p>{titleOf(criterion.id)}</p>
                <p className={styles.answer}>
                  {answerWords(criterion, draft.answers[criterion.id], draft.answers)}
                </p>
              </div>
              <Button
                kind="quiet"
                small
                aria-label={fill(proxyWords.editItem, { n: n(criterion) })}
                onClick={() => onEdit(criterion.id)}
              >
                {proxyWords.edit}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
