/** Before *Gửi*: how many photos go along, which of them cannot, and which of them wait for a word. */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { isStanding, type ShownPhoto } from '#client/db/photo-list.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { usePhotoDesk } from './photo-desk.tsx';

interface PhotoSummaryProps {
  set: CriteriaSet;
  /** To one question of the sheet. */
  open: (criterionId: string) => void;
}

export function PhotoSummary({ set, open }: PhotoSummaryProps) {
  const seam = usePhotoDesk();
  if (seam === null) return null;
  const { desk } = seam;
  const inState = (word: string): ShownPhoto[] =>
    desk.shown.filter((photo) => desk.stateOf(photo).word === word);
  const standing = desk.shown.filter(isStanding).length;
  const [shrinking, unusable] = [inState('shrinking').length, inState('unusable').length];
  const asking = inState('asks');
  const asked = criteriaOf(set).filter(({ id }) => asking.some(({ criterionId }) => criterionId === id));
  if (standing + unusable === 0) return null;
  return (
    <Notice
      tone={unusable + asking.length > 0 ? 'wait' : 'plain'}
      title={photoWords.title}
      actions={asked.map(({ id, code }) => (
        <Button key={id} small onClick={() => open(id)}>
          {fill(photoWords.review.see, { code })}
        </Button>
      ))}
    >
      <p>{fill(photoWords.review.some, { n: standing })}</p>
      {shrinking > 0 && <p>{fill(photoWords.review.shrinking, { n: shrinking })}</p>}
      {asking.length > 0 && <p>{fill(photoWords.review.asks, { n: asking.length })}</p>}
      {unusable > 0 && <p>{fill(photoWords.review.unusable, { n: unusable })}</p>}
    </Notice>
  );
}
