/**
 * The picture shown beside the board's address on Zalo: 1200 × 630, drawn with the product's own font, so that it looks
 * alike on every machine and every mark stands, whatever fonts the server has.
 */
import { createRequire } from 'node:module';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { familiesOf, type BoardFacts } from '#domain/board/facts.ts';
import { boardWords as words } from '#domain/board/words.ts';
import { formatNumber, formatPercent } from '#domain/vietnamese/format.ts';
import { fontIn } from './font-file.ts';
import { fill } from './parts.ts';

const [WIDTH, HEIGHT, EDGE] = [1200, 630, 72];
const INNER = WIDTH - 2 * EDGE;
const color = { paper: '#f5f0e3', ink: '#191f1a', tea: '#11543b', sunken: '#ebe4d2', edge: '#7e7966' };
/** A font of Vietnamese comes in three files; letters with two marks lie in the last. */
const SUBSETS = ['latin', 'latin-ext', 'vietnamese'] as const;
const FAMILY = 'Be Vietnam Pro';
/** Of the title; a longer one is cut with a mark. */
const TITLE_MAX = 160;

/** Paths of the font, made plain in a folder that lives as long as the process. */
async function plainFonts(): Promise<string[]> {
  const { resolve } = createRequire(import.meta.url);
  const folder = await mkdtemp(join(tmpdir(), 'thidua-font-'));
  return Promise.all(
    SUBSETS.map(async (subset) => {
      const name = `be-vietnam-pro-${subset}-700-normal.woff`;
      const file = join(folder, `${subset}.ttf`);
      await writeFile(file, fontIn(await readFile(resolve(`@fontsource/be-vietnam-pro/files/${name}`))));
      return file;
    }),
  );
}

let fonts: Promise<string[]> | null = null;

/** The library learns a font file by drawing with it once. */
async function learnFonts(): Promise<string> {
  const files = await (fonts ??= plainFonts());
  for (const fontfile of files)
    await sharp({ text: { text: 'a', font: `${FAMILY} Bold 12`, fontfile } })
      .raw()
      .toBuffer();
  return files.at(-1) ?? '';
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a page may show and pango's markup may hold; control signs are neither. */
const drawable = (text: string): string => escaped(text.replace(/\p{Cc}/gu, ' '));

export async function shareImage(facts: BoardFacts): Promise<Buffer> {
  const fontfile = await learnFonts();
  const { sent, listed } = familiesOf(facts);
  const title = [...facts.campaign.title];
  const shown = title.length > TITLE_MAX ? `${title.slice(0, TITLE_MAX).join('')}…` : title.join('');
  const line = (text: string, size: number, fill_: string, height?: number): Promise<Buffer> =>
    sharp({
      text: {
        text: `<span foreground="${fill_}">${drawable(text)}</span>`,
        font: `${FAMILY} Bold ${size}`,
        fontfile,
        width: INNER,
        rgba: true,
        wrap: 'word-char',
        ...(height === undefined ? { dpi: 96 } : { height }),
      },
    })
      .png()
      .toBuffer();
  const part = listed === 0 ? 0 : Math.min(1, sent / listed);
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${color.paper}"/><rect width="${WIDTH}" height="16" fill="${color.tea}"/>
<rect x="${EDGE}" y="528" width="${INNER}" height="36" rx="4" fill="${color.sunken}" stroke="${color.edge}" stroke-width="2"/>
<rect x="${EDGE}" y="528" width="${Math.floor(INNER * part)}" height="36" rx="4" fill="${color.tea}"/></svg>`;
  const count = `${formatNumber(sent)} ${words.families} ${fill(words.of, { n: formatNumber(listed) })}`;
  const layers = [
    { input: await line(`${words.product} · ${facts.commune.name}`, 26, color.tea), top: 64 },
    // As large as its box lets it be.
    { input: await line(shown, 40, color.ink, 220), top: 130 },
    { input: await line(formatPercent(sent, listed), 66, color.ink), top: 400 },
  ];
  const side = await line(`${words.familiesTitle}: ${count}`, 22, color.ink);
  const { width } = await sharp(layers[2]?.input).metadata();
  return sharp(Buffer.from(ground))
    .composite([
      ...layers.map(({ input, top }) => ({ input, top, left: EDGE })),
      { input: await sharp(side).trim().png().toBuffer(), top: 440, left: EDGE + width + 32 },
    ])
    .png({ palette: true, quality: 90 })
    .toBuffer();
}
