/** Before *Gửi*: the papers that go along, and the questions that ask for one and have none (a gap, never a bar). */
import type { Answers } from '#domain/answers.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { isStanding } from '#client/db/photo-list.ts';
import { usePhotoDesk } from '#client/form/photo-field/photo-desk.tsx';
import { evidenceWords } from '#client/messages/evidence.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { useEvidenceDesk } from './evidence-desk.tsx';
import { EvidenceText } from './evidence-item.tsx';
import { papersMissing } from './takes-papers.ts';
import styles from './evidence.module.css';

interface EvidenceReviewProps {
  set: CriteriaSet;
  answers: Answers;
  /** To one question of the sheet. */
  open: (criterionId: string) => void;
}

export function EvidenceReview({ set, answers, open }: EvidenceReviewProps) {
  const desk = useEvidenceDesk();
  const photos = usePhotoDesk();
  if (desk === null) return null;
  const shown = new Set([
    ...desk.shown.map(({ value }) => value.criterionId),
    ...(photos?.desk.shown ?? []).filter(isStanding).map(({ criterionId }) => criterionId),
  ]);
  const gaps = papersMissing(set, answers, shown);
  const codes = new Map(criteriaOf(set).map(({ id, code }) => [id, code]));
  return (
    <>
      {gaps.length > 0 && !desk.isLocked && (
        <Notice tone="wait" title={fill(evidenceWords.gapsTitle, { n: gaps.length })}>
          <p>{evidenceWords.gapsNote}</p>
          <ul className={styles.rows}>
            {gaps.map(({ id, code, shortText }) => (
              <li key={id} className={styles.row}>
                <p>
                  {code}. {shortText}
                </p>
                <Button
                  small
                  aria-label={fill(evidenceWords.gapsAddNamed, { code })}
                  onClick={() => open(id)}
                >
                  {evidenceWords.gapsAdd}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {desk.shown.length > 0 && (
        <Sheet title={evidenceWords.summaryTitle}>
          <ul className={styles.list}>
            {desk.shown.map(({ id, value }) => (
              <li key={id} className={styles.item}>
                <p className="soft">
                  {fill(evidenceWords.summaryOf, { code: codes.get(value.criterionId) ?? value.criterionId })}
                </p>
                <EvidenceText value={value} />
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}
