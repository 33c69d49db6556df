/** Something the family asked: its own words, how it stands, the commune's answer, and the way to take it back. */
import { useState } from 'react';
import { requestClock } from '#domain/request-clock.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import type { DataRequest, Objection } from '#protocol/family-records.ts';
import { familyData as words } from '#client/messages/family-data.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { Asked } from './read-asked.ts';
import styles from './family-data.module.css';

export const atWords = (ms: number): string => fill(words.at, { gio: formatTime(ms), ngay: formatDate(ms) });

interface AskedItemProps {
  name: string;
  asked: Asked<Objection | DataRequest>;
  /** How it stands, in words. */
  state: string;
  takeBack: string;
  /** It is taken back while the commune has not answered; some still once it has. */
  isTakenBackLater?: boolean;
  /** Rejects when it could not be kept. */
  onTakeBack: () => Promise<void>;
}

const glyphOf = ({ isWaiting, refused, value }: AskedItemProps['asked']): GlyphState => {
  if (refused !== null) return 'setAside';
  if (isWaiting) return 'queued';
  return value.state === 'open' ? 'received' : value.state === 'takenBack' ? 'withdrawn' : 'verified';
};

export function AskedItem(props: AskedItemProps) {
  const { name, asked, state, takeBack, isTakenBackLater = false, onTakeBack } = props;
  const [hasFailed, setFailed] = useState(false);
  const { value, words: own, at, isWaiting, refused } = asked;
  const isOpen = value.state === 'open';
  const clock = requestClock({ at, isAnswered: (value.answer ?? '') !== '' }, at);
  return (
    <li className={styles.item}>
      <p className={styles.state}>
        <Glyph state={glyphOf(asked)} />
        <span>
          <b>{name}</b>, {atWords(at)}
        </span>
      </p>
      {own !== '' && <p>{fill(words.words, { loi: own })}</p>}
      {refused === null ? (
        <p>{isWaiting ? words.waiting : state}</p>
      ) : (
        <p>{fill(words.refused, { ma: refused })}</p>
      )}
      {isOpen && refused === null && (
        <p className="soft">
          {fill(clock.due === 'answer' ? words.due : words.finish, { ngay: formatDate(clock.dueAt) })}
        </p>
      )}
      {value.answer !== undefined && value.answer !== '' && (
        <Notice tone="word">{fill(words.answer, { loi: value.answer })}</Notice>
      )}
      {(isOpen || isTakenBackLater) && refused === null && (
        <Button
          small
          onClick={() => {
            setFailed(false);
            onTakeBack().catch(() => setFailed(true));
          }}
        >
          {takeBack}
        </Button>
      )}
      {hasFailed && <p role="alert">{words.notKept}</p>}
    </li>
  );
}
