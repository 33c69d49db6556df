/** Pages of a PDF as words with their places (millimetres from the left and upper edge), held against what a paper is. */
import type { PaperDocument } from '#domain/papers/document.ts';

export interface SeenWord {
  text: string;
  left: number;
  right: number;
  top: number;
}
export interface SeenPage {
  width: number;
  height: number;
  words: SeenWord[];
}

const MM = 25.4 / 72;
const numbers = (tag: string): Map<string, number> =>
  new Map(
    [...tag.matchAll(/(\w+)="([\d.]+)"/g)].map(([, name = '', value = '']) => [name, Number(value) * MM]),
  );
const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** From `pdftotext -bbox`. */
export const pagesIn = (html: string): SeenPage[] =>
  [...html.matchAll(/<page ([^>]+)>([\s\S]*?)<\/page>/g)].map(([, size = '', inner = '']) => ({
    width: numbers(size).get('width') ?? 0,
    height: numbers(size).get('height') ?? 0,
    words: [...inner.matchAll(/<word ([^>]+)>([^<]*)<\/word>/g)].map(([, place = '', text = '']) => {
      const at = numbers(place);
      return {
        text: plain(text).normalize('NFC'),
        left: at.get('xMin') ?? 0,
        right: at.get('xMax') ?? 0,
        top: at.get('yMin') ?? 0,
      };
    }),
  }));

const UPRIGHT = { width: 210, height: 297, left: [30, 35], right: [15, 20] } as const;
const LYING = { width: 297, height: 210, left: [20, 25], right: [20, 25] } as const;

/** Words of the body reach from one margin to the other and not over it; half a millimetre is the letters' own. */
function marginFaults({ width, words }: SeenPage, sheet: typeof UPRIGHT | typeof LYING): string[] {
  const left = Math.min(...words.map((word) => word.left));
  const right = width - Math.max(...words.map((word) => word.right));
  return [
    ...(left < sheet.left[0] - 0.6 ? [`words begin ${left.toFixed(1)} mm from the left edge`] : []),
    ...(right < sheet.right[0] - 0.6 ? [`words end ${right.toFixed(1)} mm from the right edge`] : []),
  ];
}

/** What is wrong with the pages of one paper; nothing = they are as the decree has them. */
export function pageFaults(pages: readonly SeenPage[], document: PaperDocument): string[] {
  const faults: string[] = [];
  const orders = document.sections.map(({ orientation }) => orientation);
  let section = 0;
  let inSection = 0;
  for (const [at, page] of pages.entries()) {
    const isLying = page.width > page.height;
    const top = page.words.filter((word) => word.top < 20);
    const number = top.find(
      ({ text, left, right }) => /^\d+$/.test(text) && Math.abs((left + right) / 2 - page.width / 2) < 15,
    );
    // A page without a number is the first of its part; an annex may lie like the one before.
    if (at > 0 && number === undefined) {
      section += 1;
      inSection = 0;
    }
    inSection += 1;
    const wanted = orders[section];
    const sheet = isLying ? LYING : UPRIGHT;
    const said = `page ${at + 1}`;
    if (wanted === undefined) faults.push(`${said} has no number`);
    else if ((wanted === 'landscape') !== isLying) faults.push(`${said} is ${isLying ? 'lying' : 'upright'}`);
    if (Math.abs(page.width - sheet.width) > 1 || Math.abs(page.height - sheet.height) > 1)
      faults.push(`${said} is no A4`);
    if (number !== undefined && Number(number.text) !== inSection)
      faults.push(`${said} is numbered ${number.text}`);
    if (page.words.length === 0) faults.push(`${said} is empty`);
    faults.push(...marginFaults(page, sheet).map((fault) => `${said}: ${fault}`));
    const hasRows = page.words.some(({ text, left }) => /^\d+$/.test(text) && left < sheet.left[0] + 12);
    if (isLying && hasRows && !page.words.some(({ text }) => text === 'STT'))
      faults.push(`${said}: no head of the table`);
  }
  if (section !== orders.length - 1) faults.push(`${section + 1} parts, not ${orders.length}`);
  const first = pages[0]?.words ?? [];
  if (orders[0] === 'portrait') {
    // The second word of it: a reader takes letters with two marks for words of their own.
    const nation = first.find(({ text }) => text === 'HÒA');
    if (nation === undefined || nation.left < 108 || nation.left > 118)
      faults.push('Quốc hiệu is not in the right half');
    if ((nation?.top ?? 0) < 19 || (nation?.top ?? 0) > 27) faults.push('Quốc hiệu is not at the top');
  }
  return faults;
}
