import { expect, test } from 'vitest';
import { readPixels } from '#client/features/scan/read-pixels.ts';
import { drawQr, rgbaOf } from '../../support/qr-picture.ts';

const SLIP =
  'https://thidua.binhthuan.example/p#s1.abcdefghijklmnopqrstuv.0198c1f0000070008000000000000001.binh-thuan.DM-012';
const SEED = 20261122;

/** The same grain on every run: a small congruential generator over the place. */
const grain = (most: number) => (x: number, y: number) => {
  const mixed = Math.imul(x * 73_856_093 + y * 19_349_663 + SEED, 2_654_435_761) >>> 0;
  return (mixed / 4_294_967_296 - 0.5) * 2 * most;
};

test.each([
  ['held straight', { width: 720, height: 720, side: 420 }],
  ['far away, four pixels a module', { width: 720, height: 720, side: 180 }],
  ['held askew', { width: 720, height: 720, side: 380, turn: 0.3 }],
  ['upside down', { width: 720, height: 720, side: 380, turn: Math.PI }],
  [
    'in the shade, faded and grainy',
    { width: 720, height: 720, side: 400, paper: 150, ink: 70, noise: grain(18) },
  ],
  ['in a large photo', { width: 1280, height: 960, side: 300, turn: 0.1 }],
])(`a slip's code is read: %s (seed ${SEED})`, (_name, scene) => {
  expect(readPixels(rgbaOf(drawQr(SLIP, scene)), 'picture')).toBe(SLIP);
});

test('a frame of the camera is read within its short time', () => {
  expect(readPixels(rgbaOf(drawQr(SLIP, { width: 720, height: 720, side: 420 })), 'frame')).toBe(SLIP);
});

test('Vietnamese words in a code come back as they are', () => {
  const words = 'Phiếu của gia đình ông Đặng Văn Ẩn';
  expect(readPixels(rgbaOf(drawQr(words, { width: 400, height: 400, side: 260 })), 'picture')).toBe(words);
});

test('control: where there is no code, and where half of it is covered, nothing is read', () => {
  const blank = { width: 720, height: 720, grey: new Uint8Array(720 * 720).fill(200) };
  expect(readPixels(rgbaOf(blank), 'picture')).toBeNull();
  const picture = drawQr(SLIP, { width: 720, height: 720, side: 420 });
  picture.grey.fill(200, 0, (picture.grey.length * 5) / 8);
  expect(readPixels(rgbaOf(picture), 'picture')).toBeNull();
});
