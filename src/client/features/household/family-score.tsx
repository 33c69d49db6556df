/**
 * Points, for a family that asked: a figure, what it is made of, and what would add most. Never a rank or a label
 * (`domain.md` §2.2); asked for once, it is there the next time too.
 */
import type { CriteriaSet } from '#domain/criteria.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { nextSteps } from '#domain/next-steps.ts';
import { score } from '#domain/score.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import type { DraftRow } from '#client/db/model.ts';
import { GuideLink } from '#client/form/guide-link.tsx';
import { scoreWords as words } from '#client/messages/family-score.ts';
import { fill } from '#client/messages/fill.ts';
import { stepGain, stepNeed } from '#client/subject/step-words.ts';
import { Button } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';

/** More would read as a list of what is lacking. */
const HELPS_MAX = 2;

interface FamilyScoreProps {
  set: CriteriaSet;
  draft: Pick<DraftRow, 'answers' | 'showsScore'>;
  onShow: (shows: boolean) => void;
}

export function FamilyScore({ set, draft, onShow }: FamilyScoreProps) {
  if (draft.showsScore !== true)
    return (
      <Button kind="quiet" small onClick={() => onShow(true)}>
        {words.show}
      </Button>
    );
  const sheet = score(set, draft.answers);
  const tong = sheet.criteria.length;
  const criteria = criteriaOf(set);
  const helps = nextSteps(set, draft.answers, { daysLeft: null }).slice(0, HELPS_MAX);
  return (
    <Sheet title={words.title}>
      <p>
        <b>{fill(words.score, { diem: formatPoints(sheet.normalised) })}</b>
      </p>
      <p>{fill(words.sentence, { xong: tong - sheet.missing.length, tong })}</p>
      {helps.length === 0 ? (
        <p>{words.full}</p>
      ) : (
        <>
          <p>
            <b>{words.helpTitle}</b>
          </p>
          <ul>
            {helps.map((step) => {
              const criterion = criteria.find(({ id }) => id === step.criterionId);
              return (
                criterion !== undefined && (
                  <li key={criterion.id}>
                    <b>{fill(words.help, { ten: criterion.shortText, diem: stepGain(step) })}</b>{' '}
                    {/* How many more, where that is a count: what to answer is the family's own to say. */}
                    {step.need.kind === 'more' && stepNeed(criterion, step)}
                    <GuideLink id={step.guide} />
                  </li>
                )
              );
            })}
          </ul>
        </>
      )}
      <Button kind="quiet" small onClick={() => onShow(false)}>
        {words.hide}
      </Button>
    </Sheet>
  );
}
