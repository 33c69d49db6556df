/** The photos of a form in one list: this phone's, the other phones', each once, with the word it has earned. */
import { expect, test } from 'vitest';
import type { PhotoRow as CommunePhoto } from '#protocol/photo-row.ts';
import type { PhotoRow, StoredRow } from '#client/db/model.ts';
import { photoRefs, photosShown, photoStateOf, type ShownPhoto } from '#client/db/photo-list.ts';
import { ASSESSMENT } from './makers.ts';

const own = (id: string, over: Partial<PhotoRow> = {}): PhotoRow => ({
  id,
  assessmentId: ASSESSMENT,
  criterionId: 'A1.1',
  state: 'ready',
  addedAt: 10,
  photoId: `hash ${id}`,
  opId: `op ${id}`,
  bytes: 100,
  upload: { state: 'waiting', offset: 0 },
  ...over,
});
const commune = (id: string, photoId: string, over: Partial<CommunePhoto> = {}): StoredRow<'photo'> => ({
  scope: 'hamlet:x',
  entity: 'photo',
  id,
  rev: 1,
  value: {
    id,
    assessmentId: ASSESSMENT,
    criterionId: 'A1.1',
    photoId,
    state: 'awaited',
    bytes: 100,
    w: 1,
    h: 1,
    byName: 'x',
    at: 5,
    ...over,
  },
});

test('a photo that is here and at the commune is one; another phone’s comes beside it, once, in the order taken', () => {
  const shown = photosShown(
    [own('a')],
    [
      commune('op a', 'hash a'),
      commune('op b', 'hash b'),
      commune('op b again', 'hash b'),
      commune('op c', 'hash c', { assessmentId: 'another' }),
    ],
    ASSESSMENT,
  );
  expect(shown.map(({ id }) => id)).toEqual(['op b', 'a']);
  expect(shown[1]?.commune?.id).toBe('op a');
});

test('a submission names what stands: sealed, not taken out, not refused by either side', () => {
  const { photoId: _later, ...raw } = own('raw', { state: 'raw' });
  const shown = photosShown(
    [own('a'), raw, own('out', { removedAt: 1 }), own('bad')],
    [commune('op bad', 'hash bad', { state: 'refused' }), commune('op far', 'hash far')],
    ASSESSMENT,
  );
  expect(photoRefs(shown).map(({ photoId }) => photoId)).toEqual(['hash far', 'hash a']);
  // One taken out here is gone from the list although the commune still shows it.
  const gone = photosShown([own('x', { removedAt: 1 })], [commune('op other', 'hash x')], ASSESSMENT);
  expect(photoRefs(gone)).toEqual([]);
});

const one = (row: PhotoRow, over?: Partial<CommunePhoto>): ShownPhoto => {
  const [shown] = photosShown(
    [row],
    over ? [commune(row.opId ?? '', row.photoId ?? '', over)] : [],
    ASSESSMENT,
  );
  if (shown === undefined) throw new Error('nothing shown');
  return shown;
};

test('no word stronger than waiting without the commune’s own row', () => {
  const sent = own('a', { upload: { state: 'sent', offset: 100 } });
  expect(photoStateOf(one(sent), { verdict: 'applied' }, false).word).toBe('queued');
  expect(photoStateOf(one(sent, { state: 'awaited' }), { verdict: 'applied' }, false).word).toBe('queued');
  expect(photoStateOf(one(sent, { state: 'stored' }), { verdict: 'applied' }, false).word).toBe('stored');
});

test('sending is said while it happens, not because a row of yesterday says so', () => {
  const sending = own('a', { upload: { state: 'sending', offset: 49 } });
  expect(photoStateOf(one(sending), undefined, true)).toEqual({ word: 'sending', percent: 49 });
  expect(photoStateOf(one(sending), undefined, false).word).toBe('queued');
});

test('each way of being of no use has its reason', () => {
  const why = (shown: ShownPhoto, result?: Parameters<typeof photoStateOf>[1]): unknown => {
    const state = photoStateOf(shown, result, false);
    return state.word === 'unusable' ? state.why : state.word;
  };
  expect(why(one(own('a', { state: 'refused', problem: 'empty' })))).toBe('empty');
  expect(why(one(own('a'), { state: 'refused' }))).toBe('communeCannotRead');
  expect(why(one(own('a')), { verdict: 'refused', code: 'LIMIT' })).toBe('notTaken');
  // Set aside by an earlier build of the commune and taken in by a later one; another photo's row says nothing of it.
  const aside = { verdict: 'quarantined', code: 'UNKNOWN_KIND' } as const;
  const taken = photosShown([own('a')], [commune('op a', 'hash a')], ASSESSMENT);
  const others = photosShown([own('a')], [commune('op b', 'hash a')], ASSESSMENT);
  expect([taken, others].map(([photo]) => photo && why(photo, aside))).toEqual(['queued', 'notTaken']);
  expect(why(one(own('a', { problem: 'damaged', upload: { state: 'failed', offset: 0 } })))).toBe('damaged');
  expect(why(one(own('a')))).toBe('queued');
});
