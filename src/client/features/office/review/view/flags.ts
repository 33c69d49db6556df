/** What stands under a criterion's name, in words: what needs a hand first, then what is good to know. Pure. */
import type { PhotoRow } from '#protocol/photo-row.ts';
import { isImpossible, asksReason } from '#client/form/group-form/claim.ts';
import { claimWords } from '#client/messages/claims.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import type { SubmissionView } from '../../use-submission.ts';
import type { CrossCheck } from '../read/household-facts.ts';
import type { ReviewRows } from '../read/review-rows.ts';
import { askedBefore } from '../rounds/asked.ts';
import type { CriterionView } from './criteria-view.ts';

const { flags: words } = reviewWords;

export interface Flag {
  /** `hand`: an officer can act on it now. */
  tone: 'hand' | 'note';
  text: string;
}

export interface FlagSources {
  around: SubmissionView;
  rows: ReviewRows;
  cross: CrossCheck;
  /** Criteria whose last score of this machine has no effect. */
  refused: ReadonlySet<string>;
  /** Gathered to be returned. */
  toReturn: ReadonlySet<string>;
}

const photosIn = (photos: readonly PhotoRow[] | undefined, state: PhotoRow['state']): number =>
  photos?.filter((photo) => photo.state === state).length ?? 0;

const verdictFlag = ({ claim: { verdict } }: CriterionView): string | false =>
  isImpossible(verdict) &&
  verdict !== null &&
  {
    tooHigh: claimWords.tooHigh,
    tooLow: claimWords.tooLow,
    denominatorImpossible: claimWords.denominatorImpossible,
    possible: '',
    proven: '',
  }[verdict.kind].replace(/\.$/, '');

function evidenceFlags({ criterion, supported }: CriterionView, rows: ReviewRows): (string | false)[] {
  const photos = rows.photos.get(criterion.id);
  const [awaited, broken] = [photosIn(photos, 'awaited'), photosIn(photos, 'refused')];
  return [
    supported.why.kind === 'lacksEvidence' && supported.claimed > 0 && awaited === 0 && words.noEvidence,
    awaited > 0 && fill(words.awaited, { n: awaited }),
    broken > 0 && fill(words.broken, { n: broken }),
  ];
}

export function flagsOf(view: CriterionView, sources: FlagSources): Flag[] {
  const { around, rows, cross, refused, toReturn } = sources;
  const { criterion, self, standing, claim, isMine, before } = view;
  const { id } = criterion;
  const hand = [
    verdictFlag(view),
    standing.kind === 'disputed' && words.disputed,
    refused.has(id) && words.refused,
  ];
  const comments = around.comments.filter(({ criterionId }) => criterionId === id).length;
  const asked = askedBefore(around)?.items.has(id) === true;
  const inspected = rows.inspections
    .flatMap(({ findings }) => findings)
    .filter(({ criterionId }) => criterionId === id)
    .at(-1);
  const isUnexplained =
    !isImpossible(claim.verdict) &&
    !rows.reasons.has(id) &&
    asksReason(claim, cross.suggestions[id], rows.official.get(id));
  const notes = [
    toReturn.has(id) && words.toReturn,
    self.why.kind === 'notApplicable' && words.claimsNa,
    self.status === 'missing' && words.missing,
    self.status === 'invalid' && words.invalid,
    isUnexplained && words.noReason,
    ...evidenceFlags(view, rows),
    before !== null && words.changed,
    asked && words.asked,
    inspected !== undefined && words.inspected[inspected.result],
    comments > 0 && fill(words.comments, { n: comments }),
    !isMine && words.others,
  ];
  const flag = (tone: Flag['tone']) => (text: string | false) => (text === false ? [] : [{ tone, text }]);
  return [...hand.flatMap(flag('hand')), ...notes.flatMap(flag('note'))];
}
