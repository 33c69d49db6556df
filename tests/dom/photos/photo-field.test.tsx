/** The photo field of a question: two ways in, each photo in words, and a way back from every mistake. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { PHOTOS_PER_CRITERION } from '#protocol/photo.ts';
import type { PhotoRow } from '#client/db/model.ts';
import { photoStateOf, type ShownPhoto } from '#client/db/photo-list.ts';
import { PhotoField } from '#client/form/photo-field/photo-field.tsx';
import type { PhotoDesk } from '#client/form/photo-field/photo-desk.tsx';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';

const CRITERION = { id: 'A1.1', code: 'A1.1' };

const aPhoto = (id: string, over: Partial<PhotoRow> = {}): ShownPhoto => {
  const own: PhotoRow = {
    id,
    assessmentId: 'a',
    criterionId: CRITERION.id,
    state: 'ready',
    addedAt: 1,
    photoId: `hash-${id}`,
    bytes: 1_500_000,
    upload: { state: 'waiting', offset: 0 },
    ...over,
  };
  const { photoId, assessmentId, criterionId } = own;
  return { id, assessmentId, criterionId, own, ...(own.state === 'ready' && { photoId: photoId ?? '' }) };
};

/** A desk whose every command is written down. */
async function aDesk(shown: readonly ShownPhoto[], over: Partial<PhotoDesk> = {}) {
  const calls: string[] = [];
  const desk: PhotoDesk = {
    shown,
    stateOf: (photo) => photoStateOf(photo, undefined, true),
    bytesOf: () => Promise.resolve(null),
    add: async (criterionId, bytes) => {
      calls.push(`add ${criterionId} ${bytes.byteLength}`);
    },
    remove: async (id) => {
      calls.push(`remove ${id}`);
    },
    restore: async (id) => {
      calls.push(`restore ${id}`);
    },
    leaveFor: async (criterionId) => {
      calls.push(`leave ${criterionId ?? 'nowhere'}`);
    },
    interruptedAt: null,
    isLocked: false,
    ...over,
  };
  const flush = async (): Promise<void> => {
    calls.push('flush');
  };
  const view = (now: PhotoDesk) => <PhotoField criterion={CRITERION} desk={now} flush={flush} />;
  // Thumbnails are asked for at once: their answers are part of the first picture.
  const { rerender } = await act(async () => render(view(desk)));
  return {
    calls,
    show: (next: Partial<PhotoDesk>) => act(async () => rerender(view({ ...desk, ...next }))),
  };
}

const inputs = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('input[type="file"]'),
];

test('each photo says in words where it is, and what cannot be used says why and what to do', async () => {
  const commune = {
    id: 'x',
    assessmentId: 'a',
    criterionId: 'A1.1',
    photoId: 'hash-d',
    bytes: 1,
    w: 1,
    h: 1,
    byName: '',
    at: 5,
  };
  const stored: ShownPhoto = { ...aPhoto('d'), commune: { ...commune, state: 'stored' } };
  await aDesk([
    aPhoto('a', { state: 'raw' }),
    aPhoto('b'),
    aPhoto('c', { upload: { state: 'sending', offset: 750_000 } }),
    stored,
    aPhoto('e', { state: 'refused', problem: 'full' }),
  ]);
  const items = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(items[0]).toContain(photoWords.state.shrinking);
  expect(items[1]).toContain(photoWords.state.queued);
  expect(items[2]).toContain(fill(photoWords.state.sending, { n: 50 }));
  expect(items[3]).toContain(photoWords.state.stored);
  expect(items[4]).toContain(photoWords.state.unusable);
  expect(items[4]).toContain('ảnh này cần 1,5 MB');
  expect(items[4]).toContain(photoWords.chooseOther);
  // A gap does not use up one of the places.
  expect(screen.getByText(fill(photoWords.count, { n: 4, most: PHOTOS_PER_CRITERION }))).toBeVisible();
});

test('before the camera opens everything typed is on disk and the place is marked; the picture is bytes at once', async () => {
  const { calls } = await aDesk([]);
  const [camera] = inputs();
  if (camera === undefined) throw new Error('no camera');
  expect(camera.getAttribute('capture')).toBe('environment');
  const opened = vi.spyOn(camera, 'click').mockImplementation(() => calls.push('camera'));
  await userEvent.click(screen.getByRole('button', { name: photoWords.take }));
  await vi.waitFor(() => expect(opened).toHaveBeenCalled());
  expect(calls).toEqual(['flush', 'leave A1.1', 'camera']);
  const file = new File([Uint8Array.of(1, 2, 3)], 'a.jpg', { type: 'image/jpeg' });
  await act(async () => {
    fireEvent.change(camera, { target: { files: [file] } });
  });
  await vi.waitFor(() => expect(calls.slice(3)).toEqual(['add A1.1 3', 'leave nowhere']));
});

test('a picker closed without a picture takes the mark away; so does the next touch where no one says so', async () => {
  const { calls } = await aDesk([]);
  const [, gallery] = inputs();
  if (gallery === undefined) throw new Error('no gallery');
  expect(gallery.hasAttribute('capture')).toBe(false);
  vi.spyOn(gallery, 'click').mockImplementation(() => undefined);
  fireEvent(gallery, new Event('cancel'));
  expect(calls).toEqual(['leave nowhere']);
  await userEvent.click(screen.getByRole('button', { name: photoWords.choose }));
  await vi.waitFor(() => expect(gallery.click).toHaveBeenCalled());
  await act(async () => {});
  fireEvent.pointerDown(document.body);
  expect(calls.filter((call) => call === 'leave nowhere').length).toBe(2);
});

test('taken out, a photo can be put back while one looks; one taken out earlier is not shown', async () => {
  const photo = aPhoto('b');
  const earlier = aPhoto('z', { removedAt: 9 });
  const { calls, show } = await aDesk([photo, earlier]);
  expect(screen.getAllByRole('listitem').length).toBe(1);
  await userEvent.click(screen.getByRole('button', { name: fill(photoWords.removeNamed, { n: 1 }) }));
  await show({ shown: [aPhoto('b', { removedAt: 10 }), earlier] });
  const item = screen.getByRole('listitem');
  expect(item).toHaveTextContent(photoWords.state.removed);
  await userEvent.click(within(item).getByRole('button', { name: fill(photoWords.undoNamed, { n: 1 }) }));
  expect(calls).toEqual(['remove b', 'restore b']);
});

test('a picture that looks like an identity paper says so before it goes, with two ways on: out, or used all the same', async () => {
  const { calls, show } = await aDesk([aPhoto('i', { upload: { state: 'held', offset: 0 } }), aPhoto('b')]);
  const [asking, plain] = screen.getAllByRole('listitem');
  if (asking === undefined || plain === undefined) throw new Error('two photos are shown');
  expect(within(asking).getByRole('status')).toHaveTextContent(photoWords.state.asks);
  expect(asking).toHaveTextContent(photoWords.next.asks);
  // The control: the other one is not asked about.
  expect(within(plain).queryByRole('button', { name: /Vẫn dùng/ })).toBeNull();
  await userEvent.click(
    within(asking).getByRole('button', { name: fill(photoWords.useAnywayNamed, { n: 1 }) }),
  );
  // The button goes with the question, the focus does not.
  expect(within(asking).getByRole('button', { name: fill(photoWords.open, { n: 1 }) })).toHaveFocus();
  await userEvent.click(within(asking).getByRole('button', { name: fill(photoWords.removeNamed, { n: 1 }) }));
  expect(calls).toEqual(['restore i', 'remove i']);
  // It counts as one of the question's pictures all the while, and may be used while the commune holds the form.
  expect(screen.getByText(fill(photoWords.count, { n: 2, most: PHOTOS_PER_CRITERION }))).toBeVisible();
  await show({ isLocked: true });
  expect(screen.getByRole('button', { name: fill(photoWords.useAnywayNamed, { n: 1 }) })).toBeVisible();
});

test('a full question, and a form the commune holds, say why nothing can be added', async () => {
  const five = Array.from({ length: PHOTOS_PER_CRITERION }, (_, at) => aPhoto(`p${at}`));
  const { show } = await aDesk(five);
  expect(screen.getByText(fill(photoWords.fullCriterion, { most: PHOTOS_PER_CRITERION }))).toBeVisible();
  expect(screen.queryByRole('button', { name: photoWords.take })).toBeNull();
  await show({ shown: five.slice(1) });
  expect(screen.getByRole('button', { name: photoWords.take })).toBeVisible();
  await show({ shown: five.slice(1), isLocked: true });
  expect(screen.getByText(photoWords.locked)).toBeVisible();
  expect(screen.queryByRole('button', { name: fill(photoWords.removeNamed, { n: 1 }) })).toBeNull();
});

test('where the system ended the page behind its camera, the field says so, once', async () => {
  const { calls, show } = await aDesk([], { interruptedAt: CRITERION.id });
  expect(screen.getByText(photoWords.interrupted)).toBeVisible();
  expect(calls).toEqual(['leave nowhere']);
  await show({ interruptedAt: null });
  expect(screen.getByText(photoWords.interrupted)).toBeVisible();
});

test('a picture that could not be kept is said; nothing else of the page changes', async () => {
  await aDesk([], { add: () => Promise.reject(new Error('timeout')) });
  const [, gallery] = inputs();
  if (gallery === undefined) throw new Error('no gallery');
  const file = new File([Uint8Array.of(1)], 'a.jpg', { type: 'image/jpeg' });
  await act(async () => {
    fireEvent.change(gallery, { target: { files: [file] } });
  });
  expect(await screen.findByRole('alert')).toHaveTextContent(photoWords.notKept);
  expect(screen.getByRole('button', { name: photoWords.take })).toBeVisible();
});
