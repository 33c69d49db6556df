/**
 * A session lasts as long as somebody works: while a hand was at the machine within the last minute, the commune is told
 * so, every few minutes and no more often. An open page alone keeps nothing alive.
 */
import { useEffect } from 'react';
import { clock } from '#client/app/platform.ts';

const MINUTE_MS = 60_000;
/** A sixth of what a session may lie idle (`SESSION_IDLE_MS`). */
export const TELL_EACH_MS = 5 * MINUTE_MS;

const SIGNS = ['pointerdown', 'pointermove', 'keydown'] as const;

/** Is it time to say that somebody is here? Pure. */
export const isDue = ({
  now,
  handAt,
  toldAt,
}: {
  now: number;
  /** When a hand was last at the machine; when the commune was last told. */
  handAt: number;
  toldAt: number;
}): boolean => Math.abs(now - handAt) <= MINUTE_MS && Math.abs(now - toldAt) >= TELL_EACH_MS;

/** `tell`: says it, and reads how the session stands. Asked once at the beginning: whoever opens the office is there. */
export function usePresence(tell: (isPresent: boolean) => Promise<void>, isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return undefined;
    let handAt = clock.now();
    let toldAt = handAt;
    void tell(true);
    const look = (): void => {
      const now = clock.now();
      if (!isDue({ now, handAt, toldAt })) return;
      toldAt = now;
      void tell(true);
    };
    const sign = (): void => {
      handAt = clock.now();
      look();
    };
    for (const name of SIGNS) addEventListener(name, sign, { passive: true });
    const timer = setInterval(look, MINUTE_MS);
    return () => {
      clearInterval(timer);
      for (const name of SIGNS) removeEventListener(name, sign);
    };
  }, [tell, isReady]);
}
