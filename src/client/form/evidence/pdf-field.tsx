/** A PDF chosen from the phone becomes pictures under a question (or the plan), by the same way photos go. */
import { useRef, useState } from 'react';
import { FileText } from 'lucide-react';
import { pdfWords } from '#client/messages/evidence.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { fileKindOf } from './pdf-kind.ts';

const FILE_MB_MAX = 30;
const BYTES_PER_MB = 1024 * 1024;

type Fault = keyof typeof pdfWords.failed;
type Progress =
  | { kind: 'idle' }
  | { kind: 'reading' }
  | { kind: 'page'; n: number; total: number }
  | { kind: 'done'; n: number; total: number; room: number }
  | { kind: 'failed'; why: Fault };

interface PdfFieldProps {
  /** "mục C1.1", "kế hoạch": what a screen reader hears. */
  name: string;
  /** How many pictures there is room for. */
  room: number;
  add: (jpeg: ArrayBuffer) => Promise<void>;
}

function said(progress: Progress): string {
  switch (progress.kind) {
    case 'idle':
      return '';
    case 'reading':
      return pdfWords.reading;
    case 'page':
      return fill(pdfWords.page, { n: progress.n, total: progress.total });
    case 'done': {
      const { n, total, room } = progress;
      return total > n ? fill(pdfWords.left, { n, total, room }) : fill(pdfWords.done, { n });
    }
    case 'failed':
      return fill(pdfWords.failed[progress.why], { mb: FILE_MB_MAX });
  }
}

/** Keeping a picture failed, as against reading the file. */
class NotKept extends Error {}

export function PdfField({ name, room, add }: PdfFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const isBusy = progress.kind === 'reading' || progress.kind === 'page';

  async function read(file: File): Promise<Progress> {
    if (file.size > FILE_MB_MAX * BYTES_PER_MB) return { kind: 'failed', why: 'tooLarge' };
    const bytes = await file.arrayBuffer();
    const kind = fileKindOf(bytes);
    if (kind !== 'pdf') return { kind: 'failed', why: kind === 'word' ? 'word' : 'notPdf' };
    const reader = await import('./read-pdf.ts').catch(() => null);
    if (reader === null) return { kind: 'failed', why: 'notLoaded' };
    try {
      const outcome = await reader.readPdf(bytes, {
        most: room,
        take: async (jpeg, n, total) => {
          setProgress({ kind: 'page', n, total });
          await add(jpeg).catch(() => {
            throw new NotKept();
          });
        },
      });
      if (outcome.kind === 'failed') return { kind: 'failed', why: outcome.why };
      return { kind: 'done', n: outcome.taken, total: outcome.pages, room };
    } catch (error) {
      return { kind: 'failed', why: error instanceof NotKept ? 'notKept' : 'broken' };
    }
  }

  async function choose(files: FileList | null): Promise<void> {
    const [file] = files ?? [];
    if (file === undefined || isBusy) return;
    setProgress({ kind: 'reading' });
    setProgress(await read(file).catch((): Progress => ({ kind: 'failed', why: 'broken' })));
    // The same file may be chosen again.
    if (input.current !== null) input.current.value = '';
  }

  if (room <= 0 && progress.kind === 'idle') return <p className="soft">{pdfWords.full}</p>;
  return (
    <>
      {room > 0 && (
        <Button
          icon={<FileText />}
          aria-busy={isBusy}
          aria-label={fill(pdfWords.chooseNamed, { name })}
          onClick={() => input.current?.click()}
        >
          {pdfWords.choose}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        // Word is taken too, to say what to do with it.
        accept=".pdf,application/pdf,.doc,.docx"
        hidden
        tabIndex={-1}
        aria-label={fill(pdfWords.chooseNamed, { name })}
        onChange={(event) => void choose(event.target.files)}
      />
      {progress.kind === 'failed' ? (
        <Notice tone="hand">
          <p role="alert">{said(progress)}</p>
        </Notice>
      ) : (
        <p role="status" className="soft">
          {progress.kind === 'idle' ? pdfWords.help : said(progress)}
        </p>
      )}
    </>
  );
}
