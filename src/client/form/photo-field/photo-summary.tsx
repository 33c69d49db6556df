/** Before *Gửi*: how many photos go along, and which of them cannot. */
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { isStanding, type ShownPhoto } from '#client/db/photo-list.ts';
import { Notice } from '#client/ui/notice.tsx';
import { usePhotoDesk } from './photo-desk.tsx';

export function PhotoSummary() {
  const seam = usePhotoDesk();
  if (seam === null) return null;
  const { desk } = seam;
  const count = (word: string): number =>
    desk.shown.filter((photo: ShownPhoto) => desk.stateOf(photo).word === word).length;
  const standing = desk.shown.filter(isStanding).length;
  const [shrinking, unusable] = [count('shrinking'), count('unusable')];
  if (standing + unusable === 0) return null;
  return (
    <Notice tone={unusable > 0 ? 'wait' : 'plain'} title={photoWords.title}>
      <p>{fill(photoWords.review.some, { n: standing })}</p>
      {shrinking > 0 && <p>{fill(photoWords.review.shrinking, { n: shrinking })}</p>}
      {unusable > 0 && <p>{fill(photoWords.review.unusable, { n: unusable })}</p>}
    </Notice>
  );
}
