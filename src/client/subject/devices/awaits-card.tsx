/**
 * A phone that waits for the officer's word: four digits to read out, and what may be done meanwhile. While somebody
 * looks on it asks every few seconds, because the officer may be on the telephone with them; otherwise the engine asks.
 */
import { useEffect, useState } from 'react';
import { formatTime } from '#domain/vietnamese/format.ts';
import { clock } from '#client/app/platform.ts';
import { useLive } from '#client/app/use-live.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { LEAVE_PATH } from '../lock-paths.ts';
import { SCAN_PATH } from '../scan-path.ts';
import { useCommunePhone } from '../use-commune-phone.ts';
import { CheckDigits } from './check-digits.tsx';
import styles from './devices.module.css';

const { awaits: words } = deviceWords;
const ASKS_EVERY_MS = 10_000;
const NEVER = [] as const;
/** Nobody's officer takes longer without a reason: from then on the ways out stand beside the waiting. */
const LONG_MS = 24 * 60 * 60 * 1000;

/** Asks while the page is looked at; when it was last asked by hand, for the sentence. */
function useAsking(): { isAsking: boolean; ask: () => void; news: string } {
  const workspace = useWorkspace();
  const phase = useEnginePhase();
  const [askedAt, setAskedAt] = useState<number | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') workspace.sendNow();
    }, ASKS_EVERY_MS);
    return () => clearInterval(timer);
  }, [workspace]);
  const isAsking = askedAt !== null && phase.kind === 'exchanging';
  const isOffline = phase.kind === 'waiting' && phase.reason !== 'busy';
  return {
    isAsking,
    ask: () => {
      setAskedAt(clock.now());
      workspace.sendNow();
    },
    news:
      askedAt === null || isAsking
        ? ''
        : isOffline
          ? words.offline
          : fill(words.askedAt, { time: formatTime(askedAt) }),
  };
}

/** Draws nothing on a phone that does not wait. */
export function AwaitsCard() {
  const workspace = useWorkspace();
  // The profile is told anew with the phase.
  useEnginePhase();
  const { awaits, link } = workspace.profile;
  return awaits === true && link.state === 'enrolled' ? <Waiting /> : null;
}

function Waiting() {
  const workspace = useWorkspace();
  const phone = useCommunePhone();
  const { isAsking, ask, news } = useAsking();
  const isLong = clock.now() - workspace.profile.createdAt >= LONG_MS;
  const digits = useLive(async () => (await workspace.devices()).check(), [workspace], NEVER);
  return (
    <section className={styles.awaits} aria-labelledby="cho-dong-y">
      <h2 id="cho-dong-y">{words.title}</h2>
      {digits !== undefined && <CheckDigits digits={digits} />}
      <p>{words.compare}</p>
      <p>{words.meanwhile}</p>
      <div className={styles.ways}>
        {phone !== '' && (
          <LinkButton small href={`tel:${phone.replaceAll(' ', '')}`}>
            {fill(words.call, { phone })}
          </LinkButton>
        )}
        <Button small aria-busy={isAsking} onClick={ask}>
          {isAsking ? words.asking : words.ask}
        </Button>
      </div>
      <p role="status">{news}</p>
      {isLong && (
        <>
          <p>{words.long}</p>
          <div className={styles.ways}>
            <LinkButton small href={SCAN_PATH}>
              {words.scan}
            </LinkButton>
            <LinkButton small href={LEAVE_PATH}>
              {words.giveUp}
            </LinkButton>
          </div>
        </>
      )}
    </section>
  );
}
