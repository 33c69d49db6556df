/**
 * Photos beside the synthetic hamlets' sheets: words by the real judge, pictures by the real decoder and store. One
 * hamlet sends a picture that its neighbour has sent before it, so that the office has something to look into.
 */
import { criteriaOf } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { AssessmentSubmitArgs } from '#protocol/operation.ts';
import { createIdMaker } from '#protocol/ids.ts';
import type { Transaction } from '../store/store.ts';
import { ownerOf } from '../sync/judge/photo-rows.ts';
import { act, type DemoActor } from './demo-actor.ts';
import type { DemoPicture } from './demo-pictures.ts';
import type { Scene } from './demo-scene.ts';
import { createDice } from './dice.ts';

/** Stores a picture as one that has come whole; whose it is, is the credential's to say. */
export type KeepPicture = (
  picture: { photo_id: string; owner: string },
  bytes: Uint8Array,
) => Promise<unknown>;

type Refs = AssessmentSubmitArgs['photos'];

interface ShownSheet {
  head: DemoActor;
  assessmentId: string;
  set: CriteriaSet;
  pictures: readonly DemoPicture[];
}

export interface DemoPhotos {
  /** The pictures of the next sheet that comes. */
  draw: (seed: number) => Promise<DemoPicture[]>;
  /** Their words, before the sheet is sent; as its submission names them. */
  add: (scene: Scene, transaction: Transaction, sheet: ShownSheet) => Promise<Refs>;
  /** The pictures themselves, after all words: text first. */
  send: () => Promise<void>;
}

const A_SHEET = 2;
/** From here on no two of a commune look alike to the search. */
const FIRST_PICTURE = 20;
const AT_A_TIME = 8;
const FIRST_SEED = 7000;
/** Of the sheets that come: this one shows again what the one before it showed. */
const REUSING_SHEET = 5;

export function createDemoPhotos(keep: KeepPicture): DemoPhotos {
  const waiting: { owner: string; picture: DemoPicture }[] = [];
  let sheets = 0;
  let before: DemoPicture[] = [];
  return {
    draw: async (seed) => {
      // A server without a synthetic commune never loads what draws.
      const { drawPicture } = await import('./demo-pictures.ts');
      sheets += 1;
      const own = await Promise.all(
        Array.from({ length: A_SHEET }, (_, at) => drawPicture(seed * 100 + FIRST_PICTURE + at)),
      );
      const pictures = sheets === REUSING_SHEET ? [...before.slice(0, 1), ...own.slice(1)] : own;
      before = own;
      return pictures;
    },
    add: async (scene, transaction, { head, assessmentId, set, pictures }) => {
      const shown = criteriaOf(set).filter(({ evidenceKinds }) => evidenceKinds.includes('photo'));
      const { chance } = createDice(FIRST_SEED + sheets);
      // Chance of their own, so that the rest of the commune stays as it was for a seed.
      const deps = { ...scene.deps, chance, newId: createIdMaker(scene.deps.clock, chance) };
      const refs: Refs = [];
      for (const [at, picture] of pictures.entries()) {
        const criterionId = shown[(sheets + at * 5) % Math.max(1, shown.length)]?.id;
        if (criterionId === undefined) continue;
        const { sha256, bytes, w, h } = picture;
        const photo = { criterionId, photoId: sha256, sha256 };
        await act(deps, transaction, head, {
          kind: 'photo.add',
          args: { assessmentId, ...photo, bytes: bytes.byteLength, mime: 'image/jpeg', w, h },
        });
        waiting.push({ owner: ownerOf(head.binding), picture });
        refs.push(photo);
      }
      return refs;
    },
    send: async () => {
      // A few at a time: the decoders' queue is short. What finds no room stays a gap, as a phone's would.
      for (let done = 0; done < waiting.length; done += AT_A_TIME)
        await Promise.all(
          waiting
            .slice(done, done + AT_A_TIME)
            .map(({ owner, picture }) => keep({ photo_id: picture.sha256, owner }, picture.bytes)),
        );
    },
  };
}
