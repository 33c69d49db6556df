/**
 * Over the screen a record is written on: what this machine wrote of it and the commune did not take. One sentence on Hôm
 * nay says on which screens something of the kind waits. Nothing while all is well.
 */
import { Link, useLocation } from 'wouter';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { refusedWords as words } from '#client/messages/office-refused.ts';
import { Notice } from '#client/ui/notice.tsx';
import { usePatient } from '../patiently.ts';
import { TODAY_PATH } from '../paths.ts';
import { useKeptMap } from '../review/scores/use-kept-map.ts';
import { screens } from '../screens.ts';
import { isAt } from './places.ts';
import { readRefused, type RefusedLine } from './read-refused.ts';
import { RefusedCard } from './refused-card.tsx';
import styles from './refused.module.css';

const TABLES = ['rows', 'outbox'] as const;
/** The screen below is still a screen. */
const SHOWN = 3;

function OnToday({ lines }: { lines: readonly RefusedLine[] }) {
  const places = screens.filter(({ path }) => lines.some(({ place }) => place === path));
  return (
    <Notice tone="hand">
      <p role="status">
        {fill(words.today, { n: lines.length })}
        {places.map(({ path, word }, at) => (
          <span key={path}>
            {at > 0 && ', '}
            <Link href={path}>{word}</Link>
          </span>
        ))}
      </p>
    </Notice>
  );
}

export function RefusedNotices() {
  const workspace = useWorkspace();
  const [at] = useLocation();
  const seen = useKeptMap('da-bo-ghi:');
  const refused = usePatient(() => readRefused(workspace), [workspace], TABLES);
  if (refused === undefined || refused.names === null || !seen.isRead) return null;
  const { names } = refused;
  const waiting = refused.lines.filter(({ opId }) => !seen.words.has(opId));
  if (waiting.length > 0 && isAt(at, TODAY_PATH))
    return (
      <div className={styles.notices}>
        <OnToday lines={waiting} />
      </div>
    );
  const here = waiting.filter(({ place }) => isAt(at, place));
  if (here.length === 0) return null;
  return (
    <div className={styles.notices}>
      {here.slice(0, SHOWN).map((line) => (
        <RefusedCard
          key={line.opId}
          line={line}
          names={names}
          onGiveUp={() => seen.keep(line.opId, { seen: '1' })}
        />
      ))}
      {here.length > SHOWN && <p>{fill(words.more, { n: here.length - SHOWN })}</p>}
    </div>
  );
}
