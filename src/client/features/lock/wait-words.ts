import { fill } from '#client/messages/fill.ts';
import { lockWords } from '#client/messages/lock.ts';

const SECOND_MS = 1000;
const MINUTE_S = 60;

/** "2 phút 5 giây". */
export function waitWords(ms: number): string {
  const seconds = Math.ceil(ms / SECOND_MS);
  const [minutes, rest] = [Math.floor(seconds / MINUTE_S), seconds % MINUTE_S];
  const parts = [
    minutes > 0 ? fill(lockWords.minutes, { n: minutes }) : '',
    rest > 0 || minutes === 0 ? fill(lockWords.seconds, { n: rest }) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
