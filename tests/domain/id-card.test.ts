/** Identity papers in pictures: noticed by shape and print, and honest pictures left in peace. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { greyOf, type Grey } from '#domain/id-card/grey.ts';
import { isIdCode, looksLikeIdCard } from '#domain/id-card/id-card.ts';
import { createDice } from '#server/seed/dice.ts';
import { CARDS } from '../trust/id-cards.ts';
import { HONEST } from '../trust/id-honest.ts';
import { lineOf, ratesOf, shareOf } from '../trust/id-rates.ts';
import { lookedAt, pictureOf } from '../trust/id-scenes.ts';
import { drawScenes } from '../trust/scenes.ts';

const SEED = 20_261_123;
const dice = createDice(SEED);
const card = CARDS['căn cước, front'];
const LEVEL = { across: 70, turn: 0, slant: 0 };

test(`of drawn identity papers on tables and cloths, turned up to 15°, most are noticed; of papers, signs and screens hardly one (seed ${SEED})`, async () => {
  const [cards, honest] = [await ratesOf(CARDS, SEED, 4, true), await ratesOf(HONEST, SEED, 2)];
  console.log([...cards, ...honest].map((rate) => lineOf(rate)).join('\n'));
  expect(shareOf(cards)).toBeGreaterThanOrEqual(75);
  expect(shareOf(honest)).toBeLessThanOrEqual(5);
  // Evidence on paper is never nagged at.
  const papers = honest.filter(
    ({ name }) => name.startsWith('sheet of A4') || name.startsWith('certificate'),
  );
  expect(papers.map(({ noticed }) => noticed)).toEqual([0, 0, 0]);
});

test('meetings are no identity papers', async () => {
  const scenes = await drawScenes(SEED, 6);
  const looks = await Promise.all(scenes.map(async ({ bytes }) => looksLikeIdCard(await lookedAt(bytes))));
  expect(looks.filter(Boolean)).toEqual([]);
});

test.each([0, 90, 180, 270])('a card is noticed whichever way up the picture is: %d°', async (turn) => {
  const across = turn % 180 === 0 ? 70 : 60;
  expect(looksLikeIdCard(await pictureOf(card(dice), { ...LEVEL, across, turn }, dice, true))).toBe(true);
});

test('a card cut out of its picture is noticed; a picture of the shape of a screen is not for its shape alone', async () => {
  const cut = (w: number, h: number): Promise<Buffer> =>
    sharp(Buffer.from(card(createDice(3))))
      .resize(w, h, { fit: 'fill' })
      .jpeg()
      .toBuffer();
  expect(looksLikeIdCard(await lookedAt(await cut(1284, 810)))).toBe(true);
  expect(looksLikeIdCard(await lookedAt(await cut(1280, 800)))).toBe(false);
});

test('control: the same card without its print, and its print without the shape of a card, are let be', async () => {
  const bare =
    '<svg xmlns="http://www.w3.org/2000/svg" width="856" height="540"><rect width="856" height="540" fill="#fff"/></svg>';
  const square = card(dice)
    .replace('<svg ', '<svg viewBox="0 0 856 540" preserveAspectRatio="none" ')
    .replace('width="856"', 'width="700"')
    .replace('height="540"', 'height="680"');
  for (const [drawing, is] of [
    [card(dice), true],
    [bare, false],
    [square, false],
  ] as const)
    expect(looksLikeIdCard(await pictureOf(drawing, LEVEL, createDice(7), true))).toBe(is);
});

test('a picture without anything in it, and one of a few pixels, say nothing', () => {
  const flat = (w: number, h: number): Grey => ({ w, h, data: new Uint8Array(w * h).fill(128) });
  for (const [w, h] of [
    [480, 303],
    [480, 360],
    [3, 2],
    [1, 1],
  ] as const)
    expect(looksLikeIdCard(flat(w, h))).toBe(false);
});

test('grey is what the eye makes of a colour', () => {
  expect([...greyOf([255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255], 4, 1).data]).toEqual([
    255, 0, 149, 28,
  ]);
});

test.each([
  ['001085012345|125123456|Nguyễn Văn A|01011985|Nam|Xóm 1|01012021', true],
  ['001085012345||Nguyễn Văn A|01011985|Nữ|Xóm 1|01012021', true],
  ['https://xa.example/p#abc', false],
  ['001085012345', false],
  ['00020101021238540010A00000072701240006970436', false],
])('the code of a citizen’s card is known by what it says: %s', (text, is) => {
  expect(isIdCode(text)).toBe(is);
});
