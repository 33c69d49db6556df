/**
 * The pages of a PDF as pictures, on the phone: the file itself never leaves it (`docs/decisions/0017`). Loaded with the
 * first file chosen; reading happens in a worker, drawing on one canvas after the other, so that memory stays at a page.
 */
import {
  getDocument,
  GlobalWorkerOptions,
  InvalidPDFException,
  PasswordException,
  version,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PHOTO_EDGE_MAX } from '#protocol/photo.ts';
import { scriptAddress } from '#client/script-address.ts';
// Vite makes the default export.
// oxlint-disable-next-line import/default
import workerUrl from './pdf.worker.ts?worker&url';

/** The pipeline shrinks it again and takes what the file said of itself with it. */
const QUALITY = 0.92;
/** A small page is not blown up beyond what its letters hold. */
const SCALE_MAX = 4;

export type PdfFault = 'locked' | 'broken' | 'empty';
export type PdfRead = { kind: 'read'; pages: number; taken: number } | { kind: 'failed'; why: PdfFault };

export interface PdfWish {
  /** Pages from the first on, at the most. */
  most: number;
  /** Each picture before the next is drawn. Rejects = nothing more is read. */
  take: (jpeg: ArrayBuffer, page: number, of: number) => Promise<void>;
}

function jpegOf(canvas: HTMLCanvasElement): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob === null) reject(new Error('the canvas gave nothing'));
        else blob.arrayBuffer().then(resolve, reject);
      },
      'image/jpeg',
      QUALITY,
    );
  });
}

async function drawPage(document_: PDFDocumentProxy, number: number): Promise<ArrayBuffer> {
  const page = await document_.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(SCALE_MAX, PHOTO_EDGE_MAX / Math.max(width, height));
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  try {
    await page.render({ canvas, viewport, background: '#ffffff' }).promise;
    return await jpegOf(canvas);
  } finally {
    // Safari lets go of a canvas's memory only when it has none.
    canvas.width = 0;
    canvas.height = 0;
    page.cleanup();
  }
}

const faultOf = (error: unknown): PdfFault | null => {
  if (error instanceof PasswordException) return 'locked';
  return error instanceof InvalidPDFException ? 'broken' : null;
};

/** What `take` rejects with is thrown on; a file that cannot be read is an outcome. */
export async function readPdf(file: ArrayBuffer, { most, take }: PdfWish): Promise<PdfRead> {
  const worker = new Worker(scriptAddress(workerUrl), { type: import.meta.env.DEV ? 'module' : 'classic' });
  GlobalWorkerOptions.workerPort = worker;
  const task = getDocument({
    data: new Uint8Array(file),
    // Nothing of the file is ever run.
    enableXfa: false,
    useSystemFonts: true,
    useWasm: false,
    // Where the decoders of scans lie (`scripts/pdf-decoders.ts`).
    wasmUrl: `/assets/pdf-${version}/`,
    verbosity: 0,
  });
  try {
    const opened = await task.promise;
    const pages = opened.numPages;
    if (pages === 0) return { kind: 'failed', why: 'empty' };
    const taken = Math.min(pages, most);
    for (let page = 1; page <= taken; page++) await take(await drawPage(opened, page), page, taken);
    return { kind: 'read', pages, taken };
  } catch (error) {
    const why = faultOf(error);
    if (why === null) throw error;
    return { kind: 'failed', why };
  } finally {
    await task.destroy();
    worker.terminate();
    GlobalWorkerOptions.workerPort = null;
  }
}
