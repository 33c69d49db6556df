/** Identity papers as drawings: of nobody, with the layout of the real ones. */
import type { Dice } from '#server/seed/dice.ts';

const W = 856;
const H = 540;
const NAMES = ['NGUYỄN THỊ HOA', 'TRẦN VĂN NAM', 'LÊ MINH ĐỨC', 'PHẠM THU HÀ', 'NÔNG VĂN BẢY'] as const;

const digits = (dice: Dice, count: number): string =>
  Array.from({ length: count }, () => dice.roll(10)).join('');
const text = (x: number, y: number, size: number, words: string, weight = 400): string =>
  `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="${size}" font-weight="${weight}" fill="#222">${words}</text>`;

function ground(dice: Dice): string {
  const hue = dice.pick([165, 190, 40, 340, 100] as const);
  const light = 78 + dice.roll(14);
  const waves = Array.from(
    { length: 14 },
    (_, at) =>
      `<path d="M0 ${at * 42} Q 214 ${at * 42 - 40} 428 ${at * 42} T 856 ${at * 42}" fill="none" stroke="hsl(${hue} 40% ${light - 9}%)" stroke-width="3"/>`,
  );
  return `<rect width="${W}" height="${H}" fill="hsl(${hue} 45% ${light}%)"/>${waves.join('')}`;
}

function portrait(dice: Dice, x: number, y: number): string {
  const [hair, cloth] = [8 + dice.roll(18), 12 + dice.roll(40)];
  return `<g transform="translate(${x} ${y})"><rect width="200" height="266" fill="hsl(205 60% ${70 + dice.roll(22)}%)"/>
    <path d="M10 266 Q 20 190 100 185 Q 180 190 190 266 Z" fill="hsl(220 30% ${cloth}%)"/>
    <ellipse cx="100" cy="98" rx="62" ry="76" fill="hsl(20 20% ${hair}%)"/>
    <ellipse cx="100" cy="118" rx="48" ry="62" fill="hsl(26 45% ${55 + dice.roll(22)}%)"/></g>`;
}

function code(dice: Dice, x: number, y: number, size: number): string {
  const cells = 33;
  const cell = size / cells;
  let path = '';
  for (let row = 0; row < cells; row++)
    for (let column = 0; column < cells; column++)
      if (dice.happens(50))
        path += `M${(x + column * cell).toFixed(1)} ${(y + row * cell).toFixed(1)}h${cell.toFixed(1)}v${cell.toFixed(1)}h-${cell.toFixed(1)}z`;
  return `<rect x="${x - 8}" y="${y - 8}" width="${size + 16}" height="${size + 16}" fill="#fff"/><path d="${path}" fill="#111"/>`;
}

const lines = (dice: Dice, x: number, from: number, pitch: number, count: number): string =>
  Array.from({ length: count }, (_, at) =>
    text(
      x,
      from + at * pitch,
      at === 1 ? 34 : 24 + dice.roll(4),
      at === 1 ? dice.pick(NAMES) : 'Nơi thường trú / Place: Xóm 4, Xã Thử'.slice(0, 20 + dice.roll(17)),
    ),
  ).join('');

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}">${body}</svg>`;

const machineRow = (dice: Dice, y: number): string =>
  `<text x="36" y="${y}" font-family="DejaVu Sans Mono" font-size="43.5" fill="#1a1a1a" textLength="784">${`IDVNM${digits(dice, 10)}${digits(dice, 6)}`.padEnd(30, '<').replaceAll('<', '&lt;')}</text>`;

export const CARDS = {
  'căn cước, front': (dice: Dice) =>
    svg(
      `${ground(dice)}<circle cx="110" cy="95" r="62" fill="hsl(0 70% 45%)"/>${text(250, 50, 22, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 700)}${text(270, 118, 28, 'CĂN CƯỚC CÔNG DÂN', 700)}${code(dice, 700, 80, 110)}${portrait(dice, 30, 190)}${text(270, 205, 34, digits(dice, 12), 700)}${lines(dice, 270, 262, 46, 6)}`,
    ),
  'căn cước, back': (dice: Dice) =>
    svg(
      `${ground(dice)}${lines(dice, 330, 50, 40, 4)}<rect x="50" y="80" width="150" height="120" rx="16" fill="hsl(45 60% 62%)"/><rect x="330" y="210" width="90" height="90" rx="20" fill="hsl(0 40% 55%)"/>${[385, 440, 495].map((y) => machineRow(dice, y)).join('')}`,
    ),
  'chứng minh, front': (dice: Dice) =>
    svg(
      `${ground(dice)}${text(260, 80, 32, 'GIẤY CHỨNG MINH NHÂN DÂN', 700)}<circle cx="140" cy="95" r="55" fill="hsl(150 30% 45%)"/>${portrait(dice, 40, 210)}${text(330, 140, 34, `SỐ ${digits(dice, 9)}`, 700)}${lines(dice, 300, 200, 54, 6)}`,
    ),
  'driving licence': (dice: Dice) =>
    svg(
      `${ground(dice)}${text(250, 60, 26, 'BỘ GIAO THÔNG VẬN TẢI', 700)}${text(250, 110, 34, 'GIẤY PHÉP LÁI XE', 700)}${portrait(dice, 36, 130)}${lines(dice, 270, 165, 48, 7)}`,
    ),
} satisfies Record<string, (dice: Dice) => string>;

/** Known to be missed: a card without a face has nothing a notice or a name card has not. */
export const FACELESS = (dice: Dice): string =>
  svg(
    `${ground(dice)}${text(250, 60, 26, 'BẢO HIỂM XÃ HỘI VIỆT NAM', 700)}${text(260, 120, 36, 'THẺ BẢO HIỂM Y TẾ', 700)}${lines(dice, 60, 190, 50, 6)}${code(dice, 690, 380, 120)}`,
  );
