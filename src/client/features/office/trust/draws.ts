/** What a draw is made from, and a kept one drawn again. */
import type { SubjectKind } from '#domain/criteria.ts';
import type { RecheckSample } from '#protocol/office-records.ts';
import { hashText } from '#protocol/hash.ts';
import { uuidSchema } from '#protocol/ids.ts';
import { madeAt } from '#protocol/id-time.ts';
import { drawAgain } from '#protocol/recheck-draw.ts';
import type { Desk } from '../today/desk.ts';

type Scope = Pick<RecheckSample, 'subjectKind' | 'hamletId' | 'campaignId'>;

/** Subjects with a form in force, sorted as they are drawn from. `before`: as it stood then, epoch ms. */
export function frameOf(desk: Desk, { subjectKind, hamletId, campaignId }: Scope, before?: number): string[] {
  return desk.rows.assessment
    .filter((each) => {
      if (each.campaignId !== campaignId || each.subjectKind !== subjectKind) return false;
      if (hamletId !== undefined && each.hamletId !== hamletId) return false;
      return before === undefined
        ? each.state !== 'withdrawn' && each.submissions.some(({ current }) => current)
        : each.submissions.some(({ receivedAt }) => receivedAt <= before);
    })
    .map(({ subjectId }) => subjectId)
    .sort();
}

const PERCENT = 5;
const FEWEST = 10;
/** As many as a record of a draw may hold. */
export const SAMPLE_MAX = 1000;
export const usualSize = (all: number): number =>
  Math.min(all, SAMPLE_MAX, Math.max(FEWEST, Math.ceil((all * PERCENT) / 100)));

/** Forms of that kind that may still come: the deadline has not passed. */
export const isOpen = ({ deadlines }: Desk, kind: SubjectKind, now: number): boolean => {
  const deadline = deadlines.get(kind);
  return deadline !== undefined && now < deadline.cutoffAt;
};

export type Redrawn =
  | { kind: 'equal'; from: 'now' | 'earlier' | 'file'; size: number; ids: readonly string[] }
  | { kind: 'otherFrame'; from: 'now' | 'file'; now: number; again: number }
  /** From the very frame it names, others are drawn: it was not drawn from this seed. */
  | { kind: 'otherChosen'; again: number };

interface Frames {
  from: 'now' | 'earlier' | 'file';
  ids: readonly string[];
}

/** Tries each list in turn; the first whose hash is the sample's own settles it. */
export async function redraw(sample: RecheckSample, frames: readonly Frames[]): Promise<Redrawn> {
  const chosen = new Set(sample.chosen);
  let [size, again] = [0, 0];
  let isFile = false;
  for (const { from, ids } of frames) {
    const draw = await drawAgain(sample.seed, ids, sample.chosen.length);
    const kept = draw.chosen.filter((id) => chosen.has(id)).length;
    if (draw.frame === sample.frame) {
      const isEqual =
        draw.frameSize === sample.frameSize &&
        draw.chosen.length === sample.chosen.length &&
        draw.chosen.every((id, at) => id === sample.chosen[at]);
      return isEqual
        ? { kind: 'equal', from, size: draw.frameSize, ids }
        : { kind: 'otherChosen', again: kept };
    }
    if (from === 'earlier') continue;
    [size, again, isFile] = [draw.frameSize, kept, from === 'file'];
  }
  return { kind: 'otherFrame', from: isFile ? 'file' : 'now', now: size, again };
}

/** What this machine can draw again from: as it is now, and as it was when the sample was made. */
export const framesHere = (desk: Desk, sample: RecheckSample): Frames[] => [
  { from: 'now', ids: frameOf(desk, sample) },
  { from: 'earlier', ids: frameOf(desk, sample, madeAt(sample.id)) },
];

/** The very list a sample was drawn from; null when this machine no longer holds it. */
export async function listOf(desk: Desk, sample: RecheckSample): Promise<readonly string[] | null> {
  for (const { ids } of framesHere(desk, sample))
    if ((await hashText(ids.join('\n'))) === sample.frame) return ids;
  return null;
}

/** As `sha256sum` prints it. @param hash base64url, 43 characters */
export function hexOf(hash: string): string {
  const bytes = atob(hash.replaceAll('-', '+').replaceAll('_', '/'));
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

/** One id a line; anything else makes it no such list. */
export function idsIn(text: string): string[] | null {
  const ids = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return ids.length > 0 && ids.every((id) => uuidSchema.safeParse(id).success) ? ids : null;
}

/** The whole draw in one line of shell, for whoever does not trust this screen. */
export const shellLine = (seed: string, size: number): string =>
  `S='${seed.replaceAll("'", String.raw`'\''`)}'; while IFS= read -r id || [ -n "$id" ]; do h=$(printf '%s\\n%s' "$S" "$id" | sha256sum); echo "\${h%% *} $id"; done < danh-sach-ma.txt | sort | head -n ${size}`;
