/** What a printed PDF says and where, in millimetres from the left and top edge of each page. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PrintedLine {
  text: string;
  /** Ends of the line, and the base its letters stand on. */
  left: number;
  right: number;
  y: number;
}
export interface PrintedPage {
  width: number;
  height: number;
  lines: PrintedLine[];
}

const mm = (points: number): number => (points * 25.4) / 72;
const SAME_LINE_MM = 0.1;

export async function printedPages(pdf: Uint8Array): Promise<PrintedPage[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: PrintedPage[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const { width, height } = page.getViewport({ scale: 1 });
    const lines: PrintedLine[] = [];
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str === '') continue;
      const transform: number[] = item.transform;
      const [left, y] = [mm(transform[4] ?? 0), mm(height - (transform[5] ?? 0))];
      const right = left + mm(item.width);
      const last = lines.at(-1);
      if (last !== undefined && Math.abs(last.y - y) < SAME_LINE_MM && left >= last.right - 5) {
        last.text += item.str;
        // A space at the end is not drawn.
        if (item.str.trim() !== '') last.right = right;
      } else lines.push({ text: item.str, left, right, y });
    }
    pages.push({
      width: mm(width),
      height: mm(height),
      lines: lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== ''),
    });
  }
  await task.destroy();
  return pages;
}
