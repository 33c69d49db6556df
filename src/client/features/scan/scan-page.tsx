/**
 * Quét mã: a slip or a code for this phone, read by the camera or from a picture, with the typed code always beside.
 * Reading spends nothing; the page it leads to asks for the tap.
 */
import { Flashlight, Image as Picture, Keyboard } from 'lucide-react';
import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { scanWords } from '#client/messages/scan.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import type { Devices } from './camera.ts';
import { createCodeReader } from './code-reader.ts';
import { readPicture } from './read-picture.ts';
import styles from './scan-page.module.css';
import { useScanner } from './use-scanner.ts';
import { whatCode } from './what-code.ts';

interface ScanPageProps {
  /** Where a code of ours leads: `/p#…`, `/ghep#…` or `/kiem-tra#…`. */
  onPath: (path: string) => void;
  /** Where ten characters are typed. */
  typePath: string;
  /** Of this browser; passed in for the tests. */
  devices?: Devices | undefined;
}

export function ScanPage({ onPath, typePath, devices = navigator.mediaDevices }: ScanPageProps) {
  const [reader] = useState(() => createCodeReader());
  const [news, setNews] = useState<{ title?: string; words: string } | null>(null);
  const [isFound, setFound] = useState(false);
  const [isReading, setReading] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => () => reader.close(), [reader]);

  /** @returns whether to go on looking */
  const take = (text: string): boolean => {
    const what = whatCode(text, location.origin);
    if (what.kind === 'ours') {
      setFound(true);
      onPath(what.path);
      return false;
    }
    setNews({ title: scanWords.foreignTitle, words: what.words });
    return true;
  };
  /** A foreign code stays before the lens for a while: it is spoken of once. */
  const lastSeen = useRef('');
  const takeFrame = (text: string): boolean => {
    if (text === lastSeen.current) return true;
    lastSeen.current = text;
    return take(text);
  };
  const { video, state, isTorchOn, toggleTorch, again } = useScanner(reader, devices, takeFrame);

  async function choose({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = target.files ?? [];
    target.value = '';
    if (file === undefined || isReading) return;
    setReading(true);
    setNews(null);
    const seen = await readPicture(reader, file);
    setReading(false);
    if (seen.kind === 'text') take(seen.text);
    else if (seen.kind === 'none') setNews({ words: scanWords.pictureNone });
    else setNews({ words: seen.kind === 'odd' ? scanWords.pictureOdd : scanWords.failed.noReader });
  }

  const hasFailed = state.kind === 'failed';
  return (
    <Page
      head={<Bar title={scanWords.title} back="/" />}
      foot={
        <Dock>
          <LinkButton kind={hasFailed ? 'main' : 'plain'} href={typePath} icon={<Keyboard />}>
            {scanWords.type}
          </LinkButton>
        </Dock>
      }
    >
      {hasFailed ? (
        <Notice tone="hand" actions={<Button onClick={again}>{scanWords.again}</Button>}>
          <p role="alert">{scanWords.failed[state.reason]}</p>
        </Notice>
      ) : (
        <>
          <p role="status">{isFound ? scanWords.found : scanWords[state.kind]}</p>
          <div className={styles.frame}>
            <video ref={video} className={styles.video} aria-hidden="true" muted playsInline />
            <span className={styles.corners} aria-hidden="true" />
          </div>
        </>
      )}
      {news !== null && (
        <Notice tone="hand" title={news.title}>
          <p role="alert">{news.words}</p>
        </Notice>
      )}
      <div className={styles.ways}>
        {state.kind === 'looking' && state.hasTorch && (
          <Button wide icon={<Flashlight />} onClick={toggleTorch}>
            {isTorchOn ? scanWords.torchOff : scanWords.torchOn}
          </Button>
        )}
        <Button wide icon={<Picture />} aria-busy={isReading} onClick={() => input.current?.click()}>
          {scanWords.fromPicture}
        </Button>
        <input
          ref={input}
          className="spoken-only"
          type="file"
          accept="image/*"
          tabIndex={-1}
          aria-label={scanWords.fromPicture}
          onChange={(event) => void choose(event)}
        />
        <p role="status">{isReading ? scanWords.readingPicture : ''}</p>
      </div>
      <p className="soft">{scanWords.private}</p>
    </Page>
  );
}
