/** One slip as a picture, to be sent to its family: the same words as on paper, black on white. */
import { qrPath } from '#client/ui/qr-code.tsx';
import type { SlipWords } from './slip-words.ts';

/** Ten px a millimetre of A6: sharp enough to be printed. */
const MM = 10;
const WIDTH = 105 * MM;
const HEIGHT = 148 * MM;
const MARGIN = 7.5 * MM;
const QR = 38 * MM;
const FONT = 'system-ui, sans-serif';
const CODE_FONT = 'ui-monospace, monospace';

interface Type {
  /** Letters in px. */
  size: number;
  bold?: boolean;
  centred?: boolean;
}
const BODY: Type = { size: 33 };
const BOLD: Type = { size: 33, bold: true };

/** Words broken into lines no wider than `width` px by `measure`. */
export function brokenLines(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Writes a paragraph from `y` down, and returns where the next begins. */
function write(
  pen: CanvasRenderingContext2D,
  text: string,
  place: { x: number; y: number; width: number },
  { size, bold = false, centred = false }: Type,
): number {
  pen.font = `${bold ? 700 : 400} ${size}px ${FONT}`;
  pen.textAlign = centred ? 'center' : 'start';
  const lead = Math.round(size * 1.36);
  const lines = brokenLines(text, place.width, (line) => pen.measureText(line).width);
  lines.forEach((line, index) => {
    // The last argument: one word wider than the paper is pressed together, not cut.
    pen.fillText(
      line,
      centred ? place.x + place.width / 2 : place.x,
      place.y + size + index * lead,
      place.width,
    );
  });
  return place.y + lines.length * lead;
}

function drawQr(pen: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  const { size, path } = qrPath(text);
  pen.save();
  pen.translate(x, y);
  pen.scale(QR / size, QR / size);
  pen.fill(new Path2D(path));
  pen.restore();
}

function draw(pen: CanvasRenderingContext2D, words: SlipWords): void {
  const width = WIDTH - 2 * MARGIN;
  const all = { x: MARGIN, width };
  const gap = 16;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = '#000';
  let y = write(pen, words.header, { ...all, y: 50 }, { ...BOLD, centred: true });
  y = write(pen, words.title, { ...all, y: y + gap }, { size: 54, bold: true, centred: true });
  y = write(pen, words.to, { ...all, y: y + gap }, { size: 38, bold: true });
  y = write(pen, words.body, { ...all, y: y + gap }, BODY);
  const scanned = y + gap;
  drawQr(pen, words.link, MARGIN, scanned);
  const beside = { x: MARGIN + QR + 20, width: width - QR - 20 };
  let step = write(pen, words.stepsTitle, { ...beside, y: scanned }, BOLD);
  words.steps.forEach((text, index) => {
    step = write(pen, `${index + 1}. ${text}`, { ...beside, y: step + 4 }, BODY);
  });
  y = Math.max(step, scanned + QR) + gap;
  y = write(pen, words.codeLine, { ...all, y }, { ...BODY, centred: true });
  pen.font = `700 70px ${CODE_FONT}`;
  pen.fillText(words.code, WIDTH / 2, y + 74, width);
  y = write(pen, words.help, { ...all, y: y + 100 + gap }, BODY);
  y = write(pen, words.warning, { ...all, y: y + gap }, BOLD);
  write(pen, words.privacy, { ...all, y: y + gap }, BODY);
}

/** A PNG; null when this browser cannot draw one. */
export async function slipImage(words: SlipWords): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  draw(pen, words);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
