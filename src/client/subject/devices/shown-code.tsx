/**
 * A code that is scanned on the spot: large, with what is left of its ten minutes, and gone when they are over. Whoever
 * sees it can bind a phone, so it is not kept, not shared, and no longer drawn once a phone has used it.
 */
import { useEffect, useState } from 'react';
import { spellCode } from '#protocol/code.ts';
import type { CodeResponse } from '#protocol/devices.ts';
import { clock } from '#client/app/platform.ts';
import { deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { QrCode } from '#client/ui/qr-code.tsx';
import styles from './devices.module.css';

const { code: words } = deviceWords;
const SECOND_MS = 1000;

/** Where a link or a typed code is opened: what people reach this page by. */
export const linkOf = ({ path, fragment }: Pick<CodeResponse, 'path' | 'fragment'>): string =>
  `${location.origin}${path}#${fragment}`;

/** Whole seconds until `at` (this machine's clock, ms), counted down while one looks; 0 = over. */
function useSecondsLeft(at: number): number {
  const left = (): number => Math.max(0, Math.ceil((at - clock.now()) / SECOND_MS));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), SECOND_MS);
    return () => clearInterval(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [at]);
  return seconds;
}

interface ShownCodeProps {
  code: CodeResponse;
  /** The commune's clock minus this machine's, ms: `expiresAt` is the commune's. */
  clockOff: number;
  /** What the phone that used it is called; undefined while none has. */
  bound: string | undefined;
  onAnother: () => void;
  isAsking: boolean;
}

export function ShownCode({ code, clockOff, bound, onAnother, isAsking }: ShownCodeProps) {
  const seconds = useSecondsLeft(code.expiresAt - clockOff);
  if (bound !== undefined)
    return (
      <div role="status">
        <Notice title={fill(words.bound, { label: bound })} />
      </div>
    );
  const another = (
    <Button aria-busy={isAsking} onClick={onAnother}>
      {isAsking ? words.getting : words.another}
    </Button>
  );
  if (seconds === 0)
    return (
      <div role="status">
        <EmptyState title={words.overTitle} action={another}>
          <p>{words.over}</p>
        </EmptyState>
      </div>
    );
  return (
    <div className={styles.shown}>
      <div className={styles.qr}>
        <QrCode text={linkOf(code)} label={fill(words.qr, { title: code.title })} />
      </div>
      <p role="timer">
        {fill(words.left, {
          minutes: Math.floor(seconds / 60),
          seconds: String(seconds % 60).padStart(2, '0'),
        })}
      </p>
      <p>{words.how}</p>
      <p>
        {fill(words.typed, { address: `${location.host}${code.path}` })}{' '}
        <span className={styles.typed}>{spellCode(code.typed)}</span>
      </p>
    </div>
  );
}
