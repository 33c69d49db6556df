import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { FRESH_MS } from '#server/board/boards.ts';
import { BOARD_PATH } from '#protocol/open-data.ts';
import { publicCampaignSchema } from '#protocol/public.ts';
import { testClock } from '../core/commune.ts';
import { pullAll } from '../http/small-commune.ts';
import { addAndSend, formOf, openVillage, say } from '../photos/photo-kit.ts';
import { aJpeg, hashOf } from '../photos/pictures.ts';

const clock = testClock(Date.parse('2025-11-12T08:00:00+07:00'));
const village = await openVillage({ clock });
afterAll(() => village.close());
const { door, head, officer } = village;
const { campaign } = publicCampaignSchema.parse(await (await door('/api/v1/public/campaign', {})).json());
const hamletId = (await pullAll(village, head)).find(({ entity }) => entity === 'hamlet')?.id ?? '';

/** The row of a picture the hamlet has just sent. */
async function sentPhoto(seed: number): Promise<string> {
  const bytes = await aJpeg(seed);
  await addAndSend(village, head, bytes);
  const rows = await pullAll(village, head);
  return (
    rows.find(({ entity, value }) => entity === 'photo' && value?.['photoId'] === hashOf(bytes))?.id ?? ''
  );
}

interface Wish {
  photos: string[];
  /** A yes to pictures. */
  isPictured: boolean;
}

const story = {
  kind: 'goodPractice',
  title: 'Đi từng nhà',
  who: 'Xóm <b>Đầm Mụ</b>',
  story: 'Mỗi tối năm nhà.',
};

/** Along its way; answers with its id and how to write it again. */
async function publish({ photos, isPictured }: Wish) {
  const id = officer.newId();
  let baseRev = 0;
  const put = async (state: string, now: Wish): Promise<void> => {
    const value = {
      ...story,
      id,
      campaignId: campaign.id,
      result: '',
      state,
      subjectKind: 'hamlet',
      subjectId: hamletId,
      verification: 'Đã xem tận nơi',
      consent: { date: '2025-11-01', takenBy: 'Công chức', photos: now.isPictured },
      photos: now.photos,
      publishedOn: '2025-11-02',
      replications: [],
    };
    const args = { entity: 'exemplar', id, value, baseRev };
    const reply = await officer.exchange(door, [officer.seal({ kind: 'record.put', args })]);
    const [said] = reply.value?.results ?? [];
    if (said?.verdict !== 'applied') throw new Error(reply.text);
    baseRev = said.rev ?? 0;
  };
  for (const state of ['nominated', 'verified', 'published']) await put(state, { photos, isPictured });
  clock.advance(FRESH_MS);
  return { id, put };
}

const later = (): void => clock.advance(FRESH_MS);
const pathOf = (id: string): string => `${BOARD_PATH}/dien-hinh/${id}`;
const page = async (): Promise<string> => (await door(BOARD_PATH, {})).text();
const statusOf = async (id: string): Promise<number> => (await door(pathOf(id), {})).status;

test('a published example shows its first picture, small, to anybody and within the board’s own policy', async () => {
  const { id } = await publish({ photos: [await sentPhoto(1), await sentPhoto(2)], isPictured: true });
  const text = await page();
  expect(text).toContain(`src="${pathOf(id)}"`);
  expect(text).toContain('alt="Ảnh của Xóm &lt;b&gt;Đầm Mụ&lt;/b&gt;"');
  expect(text).toContain('loading="lazy"');
  const reply = await door(pathOf(id), {});
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(reply.headers.get('cache-control')).toBe('public, max-age=60');
  const bytes = Buffer.from(await reply.arrayBuffer());
  const { format, width, height } = await sharp(bytes).metadata();
  expect([format, Math.max(width, height) <= 320, bytes.byteLength <= 12 * 1024]).toEqual([
    'webp',
    true,
    true,
  ]);
  const etag = reply.headers.get('etag') ?? '';
  expect((await door(pathOf(id), { headers: { 'if-none-match': etag } })).status).toBe(304);
});

test('a picture is shown to nobody without a yes to pictures, before it is published, once it is taken down or back', async () => {
  const photo = await sentPhoto(3);
  const { id, put } = await publish({ photos: [photo], isPictured: true });
  expect(await statusOf(id)).toBe(200);
  // Neither under its own id nor by the hash it is kept under.
  expect(await statusOf(photo)).toBe(404);
  await put('published', { photos: [], isPictured: false });
  later();
  expect([await statusOf(id), (await page()).includes(pathOf(id))]).toEqual([404, false]);
  await put('published', { photos: [photo], isPictured: true });
  later();
  expect(await statusOf(id)).toBe(200);
  await put('verified', { photos: [photo], isPictured: true });
  later();
  expect(await statusOf(id)).toBe(404);
});

test('a picture its hamlet takes out of its form is shown no longer, and the next of the example is', async () => {
  const [first, second] = [await sentPhoto(4), await sentPhoto(5)];
  const photoId = hashOf(await aJpeg(4));
  const { id } = await publish({ photos: [first, second], isPictured: true });
  const etagOf = async (): Promise<string> => (await door(pathOf(id), {})).headers.get('etag') ?? '';
  const before = await etagOf();
  const out = { kind: 'photo.remove', args: { assessmentId: formOf(head), photoId } } as const;
  expect(await say(village, head, out)).toEqual(['applied']);
  later();
  const after = await etagOf();
  expect([after !== '', after !== before]).toEqual([true, true]);
});
