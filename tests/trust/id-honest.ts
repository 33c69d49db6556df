/** What families, hamlets and units do photograph, flat things above all: papers, signs, screens, name cards. */
import type { Dice } from '#server/seed/dice.ts';

const doc = (w: number, h: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}">${body}</svg>`;
const text = (x: number, y: number, size: number, words: string, fill = '#222'): string =>
  `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="${size}" fill="${fill}">${words}</text>`;
const SENTENCE = 'Xóm tổ chức họp triển khai chuyển đổi số cho các hộ gia đình trên địa bàn';
const rows = (dice: Dice, x: number, from: number, pitch: number, count: number, size: number): string =>
  Array.from({ length: count }, (_, at) =>
    text(x, from + at * pitch, size, SENTENCE.slice(0, 30 + dice.roll(45))),
  ).join('');

function code(dice: Dice, x: number, y: number, size: number): string {
  const cell = size / 29;
  const cells = Array.from({ length: 29 * 29 }, (_, at) =>
    dice.happens(50)
      ? `M${x + (at % 29) * cell} ${y + Math.floor(at / 29) * cell}h${cell}v${cell}h-${cell}z`
      : '',
  );
  return `<rect x="${x - 12}" y="${y - 12}" width="${size + 24}" height="${size + 24}" fill="#fff"/><path d="${cells.join('')}" fill="#111"/>`;
}

const face = (dice: Dice, x: number, y: number, w: number, h: number): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="hsl(${dice.roll(360)} 40% 60%)"/><circle cx="${x + w / 2}" cy="${y + h * 0.4}" r="${h / 4}" fill="#432"/><rect x="${x + w * 0.2}" y="${y + h * 0.62}" width="${w * 0.6}" height="${h * 0.38}" fill="#223"/>`;

export const HONEST = {
  'sheet of A4, upright': (dice: Dice) =>
    doc(
      595,
      842,
      `<rect width="595" height="842" fill="#fdfdfb"/>${text(60, 60, 14, 'ỦY BAN NHÂN DÂN XÃ')}${text(180, 130, 20, 'BIÊN BẢN HỌP XÓM')}${rows(dice, 60, 180, 24, 22, 14)}<circle cx="420" cy="760" r="48" fill="none" stroke="#c33" stroke-width="5"/>`,
    ),
  'sheet of A4, across': (dice: Dice) =>
    doc(
      842,
      595,
      `<rect width="842" height="595" fill="#fdfdfb"/>${text(250, 60, 22, 'DANH SÁCH HỘ GIA ĐÌNH')}${Array.from({ length: 12 }, (_, at) => `<rect x="40" y="${90 + at * 38}" width="760" height="38" fill="none" stroke="#555"/>${text(60, 116 + at * 38, 16, SENTENCE.slice(0, 20 + dice.roll(40)))}`).join('')}`,
    ),
  'certificate in a frame': (dice: Dice) =>
    doc(
      842,
      595,
      `<rect width="842" height="595" fill="#fffbe8"/><rect x="24" y="24" width="794" height="547" fill="none" stroke="#b80" stroke-width="16"/>${text(260, 180, 56, 'GIẤY KHEN', '#c22')}${rows(dice, 150, 260, 44, 5, 20)}`,
    ),
  'sign of a shop with a code': (dice: Dice) =>
    doc(
      800,
      500,
      `<rect width="800" height="500" fill="hsl(${dice.roll(360)} 60% ${40 + dice.roll(45)}%)"/>${code(dice, 60, 120, 260)}${text(380, 150, 40, 'QUÉT MÃ ĐỂ TRẢ TIỀN')}${text(380, 230, 34, 'TẠP HÓA CÔ LAN')}${text(380, 300, 28, 'STK 1903 xxxx 8888')}${text(380, 360, 24, 'Ngân hàng Thử Nghiệm')}`,
    ),
  'banner on a wall': (dice: Dice) =>
    doc(
      960,
      600,
      `<rect width="960" height="600" fill="hsl(${dice.roll(30)} 70% 45%)"/>${text(120, 220, 54, 'NHIỆT LIỆT CHÀO MỪNG', '#ff0')}${text(120, 320, 44, 'NGÀY CHUYỂN ĐỔI SỐ', '#ff0')}${text(120, 410, 36, 'XÃ THỬ NGHIỆM', '#ff0')}`,
    ),
  'screen 16 to 10 with a page': (dice: Dice) =>
    doc(
      960,
      600,
      `<rect width="960" height="600" fill="#fff"/><rect width="960" height="64" fill="#2457a6"/>${rows(dice, 60, 120, 40, 11, 20)}`,
    ),
  'slide with a picture and words': (dice: Dice) =>
    doc(
      960,
      540,
      `<rect width="960" height="540" fill="#fafafa"/>${text(60, 80, 44, 'TỔ CÔNG NGHỆ SỐ')}${face(dice, 60, 140, 300, 330)}${rows(dice, 400, 180, 56, 6, 22)}`,
    ),
  'photograph 10 × 15 of people': (dice: Dice) =>
    doc(
      900,
      600,
      `<rect width="900" height="600" fill="hsl(200 40% ${50 + dice.roll(30)}%)"/>${Array.from({ length: 6 }, (_, at) => face(dice, 30 + at * 145, 180 + dice.roll(60), 120, 330)).join('')}`,
    ),
  'book or notebook': (dice: Dice) =>
    doc(
      520,
      760,
      `<rect width="520" height="760" fill="hsl(${dice.roll(360)} 45% ${35 + dice.roll(45)}%)"/>${text(80, 140, 44, 'SỔ TAY')}${text(80, 210, 30, 'Chuyển đổi số')}<circle cx="260" cy="460" r="120" fill="#fff" opacity=".5"/>`,
    ),
} satisfies Record<string, (dice: Dice) => string>;

/** Cards with a face that are no identity papers of ours: taken for one, and they may be. */
export const ALIKE = {
  'staff card with a face': (dice: Dice) =>
    doc(
      856,
      540,
      `<rect width="856" height="540" fill="#eef"/>${face(dice, 50, 150, 190, 260)}${text(280, 110, 40, 'THẺ CÁN BỘ')}${rows(dice, 280, 180, 56, 5, 24)}`,
    ),
  'name card with a mark': (dice: Dice) =>
    doc(
      900,
      550,
      `<rect width="900" height="550" fill="#fdfdfd"/><circle cx="150" cy="275" r="90" fill="hsl(${dice.roll(360)} 70% 40%)"/>${rows(dice, 320, 140, 60, 5, 24)}`,
    ),
} satisfies Record<string, (dice: Dice) => string>;
