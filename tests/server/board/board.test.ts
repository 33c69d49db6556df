import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { BOARD_PATH } from '#protocol/open-data.ts';
import { FRESH_MS } from '#server/board/boards.ts';
import { BOARD_POLICY } from '#server/http/board-routes.ts';
import { publicCampaignSchema } from '#protocol/public.ts';
import { testClock } from '../core/commune.ts';
import { enrolled, openFrontDoor } from '../http/front-door.ts';
import { pullAll } from '../http/small-commune.ts';
import { xssPayloads } from '../../support/xss-payloads.ts';

const clock = testClock(Date.parse('2025-11-12T08:00:00+07:00'));
const front = await openFrontDoor({ clock, publicOrigin: 'https://thidua.example.vn' });
afterAll(() => front.close());
await front.core.seedDemo({ households: 60, seed: 5 });
const officer = await enrolled(
  front.door,
  await front.core.createEnrolCode({ role: 'officer', ttlMs: 60_000 }),
);
const { campaign } = publicCampaignSchema.parse(
  await (await front.door('/api/v1/public/campaign', {})).json(),
);

const page = async (init: RequestInit = {}) => {
  const reply = await front.door(BOARD_PATH, init);
  return { reply, text: init.headers === undefined ? await reply.text() : '' };
};
async function put(entity: string, value: Record<string, unknown>, baseRev = 0): Promise<void> {
  const id = typeof value['id'] === 'string' ? value['id'] : officer.newId();
  const args = { entity, id, value: { ...value, id }, baseRev };
  const { value: reply, text } = await officer.exchange(front.door, [
    officer.seal({ kind: 'record.put', args }),
  ]);
  if (reply?.results[0]?.verdict !== 'applied') throw new Error(text);
}
const later = (): void => clock.advance(FRESH_MS);

test('the board tells hamlets, units, criteria and the log’s seal in one page without script, and of no family', async () => {
  const { reply, text } = await page();
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
  for (const word of [
    'Đầm Mụ',
    'Tiến Thành 4',
    'Hộ đã gửi phiếu',
    'Trường',
    'B1.1',
    '/kiem-tra',
    '/y-kien-gop-y',
  ])
    expect(text).toContain(word);
  expect(text).not.toMatch(/<script|\son[a-z]+=|javascript:|style=/i);
  const [newest] = (await front.core.board())?.heads ?? [];
  expect(newest?.log).toBeTruthy();
  expect(text).toContain(newest?.log);

  const families = (await pullAll(front, officer)).filter(({ entity }) => entity === 'household');
  expect(families.length).toBeGreaterThan(59);
  for (const { value } of families) expect(text).not.toContain(String(value?.['householder']));
});

test('it carries its own policy: no script at all, and the style that stands in it by its hash', async () => {
  const { reply, text } = await page();
  const policy = reply.headers.get('content-security-policy') ?? '';
  expect(policy).toBe(BOARD_POLICY);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
  const style = /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
  expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
});

test('packed it is 40 kB at the most, known by its validator, and the same while nothing changes', async () => {
  const { reply } = await page({ headers: { 'accept-encoding': 'br' } });
  const bytes = Buffer.from(await reply.arrayBuffer());
  expect(bytes.byteLength).toBeLessThan(40_000);
  expect(brotliDecompressSync(bytes).toString()).toContain('Đầm Mụ');
  const etag = reply.headers.get('etag') ?? '';
  expect((await page({ headers: { 'accept-encoding': 'br', 'if-none-match': etag } })).reply.status).toBe(
    304,
  );
});

test('a crowd costs one reading: the board is looked at again after its time, and read again when something changed', async () => {
  const first = await front.core.board();
  later();
  const crowd = await Promise.all(Array.from({ length: 50 }, () => front.core.board()));
  // Nothing has changed: the very same facts, however often the commune was asked.
  for (const each of crowd) expect(each).toBe(first);
  await publish({ title: 'Tổ công nghệ số đến từng nhà' });
  expect(await front.core.board()).toBe(first);
  later();
  const next = await Promise.all(Array.from({ length: 50 }, () => front.core.board()));
  expect(next[0]).not.toBe(first);
  expect(new Set(next).size).toBe(1);
  expect((await page()).text).toContain('Tổ công nghệ số đến từng nhà');
});

const exemplar = (more: Record<string, unknown>): Record<string, unknown> => ({
  campaignId: campaign.id,
  kind: 'goodPractice',
  title: 'Một mô hình',
  who: 'Xóm Bình Xuân',
  story: 'Mỗi tối thứ Năm, tổ mở nhà văn hóa.',
  result: '',
  state: 'published',
  verification: 'Đã xem tận nơi',
  consent: { date: '2025-11-01', takenBy: 'Công chức', photos: false },
  photos: [],
  publishedOn: '2025-11-02',
  replications: [],
  ...more,
});

/** Along its way, state by state. */
async function publish(
  more: Record<string, unknown>,
  states: readonly string[] = ['nominated', 'verified', 'published'],
): Promise<void> {
  const id = officer.newId();
  for (const state of states) await put('exemplar', exemplar({ ...more, id, state }));
}

test('an example is told once it is published and with its yes alone', async () => {
  await publish({ title: 'Chim sẻ mới đề cử' }, ['nominated']);
  await publish({ title: 'Chim ri đã xác minh' }, ['nominated', 'verified']);
  await publish({ title: 'Chim én đã công bố' });
  await publish({ title: 'Chim sâu rút lại' }, ['nominated', 'verified', 'published', 'withdrawn']);
  later();
  const { text } = await page();
  expect(text).toContain('Chim én');
  expect(text).not.toMatch(/Chim sẻ|Chim ri|Chim sâu/);
});

test('what somebody wrote in the hope that it runs stands on the board as text', async () => {
  const story = xssPayloads.join('\n').slice(0, 19_000);
  await publish({ title: '<img src=x onerror=p()>"\'', who: '</title><script>p()</script>', story });
  later();
  const { text } = await page();
  expect(text).toContain('&lt;img src=x onerror=p()&gt;&quot;&#39;');
  // Of tags there are those the page is made of.
  const tags = new Set(
    [...text.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9-]*)/g)].map(([, name]) => name?.toLowerCase()),
  );
  for (const bad of [
    'script',
    'img',
    'iframe',
    'object',
    'embed',
    'base',
    'form',
    'math',
    'template',
    'animate',
    'set',
  ])
    expect(tags).not.toContain(bad);
  expect(text).not.toMatch(/<[^>]*\son[a-z]+\s*=/i);
});

test('the shared picture is drawn from the same facts, in the product’s own font', async () => {
  const reply = await front.door(`${BOARD_PATH}/anh.png`, {});
  expect(reply.headers.get('content-type')).toBe('image/png');
  const bytes = Buffer.from(await reply.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630, format: 'png' });
  const { text } = await page();
  expect(text).toContain('content="https://thidua.example.vn/cong-khai/anh.png"');
});
