/** Keys of the row in focus. Letters and digits act there alone, and only while they are on (WCAG 2.1.4). */
import { reviewWords } from '#client/messages/office-review.ts';
import { useScreenKeys } from '../../help/keys.tsx';
import type { Neighbours } from './desk-acts.tsx';
import type { OpenDialog } from './desk-dialogs.tsx';
import type { Desk } from './standing.ts';
import type { DeskHands } from './use-desk.ts';

const { keys: words } = reviewWords;

/** For the sheet behind "?"; the table acts on them itself. */
const LISTED = [
  { keys: ['ArrowUp', 'ArrowDown'], does: words.rows },
  { keys: ['Home', 'End'], does: words.first },
  { keys: ['Enter'], does: words.enter },
  { keys: ['1'], does: words.one },
  { keys: ['2'], does: words.two },
  { keys: ['3'], does: words.three },
  { keys: ['Ctrl', 'Enter'], does: words.save },
  { keys: ['r'], does: words.ret },
  { keys: ['t'], does: words.sendBack },
  { keys: ['v'], does: words.verify },
  { keys: ['b'], does: words.batch },
  { keys: ['n'], does: words.next },
  { keys: ['p'], does: words.previous },
] as const;

/** Now, or once the review has begun, which the command does by itself. */
export const canVerify = ({ moves }: Desk): boolean =>
  moves.some(({ to }) => to === 'verified' || to === 'underReview') &&
  moves.some(({ to }) => to === 'returned');

interface DeskKeys {
  hands: DeskHands;
  desk: Desk;
  neighbours: Neighbours;
  singleKeys: boolean;
  canReturn: boolean;
  onOpen: (submissionId: string) => void;
  onDialog: (dialog: OpenDialog) => void;
}

/** @returns what a key on a row does; true when it did something */
export function useDeskKeys(parts: DeskKeys): (key: string) => boolean {
  useScreenKeys(LISTED);
  const { hands, desk, neighbours, singleKeys, canReturn, onOpen, onDialog } = parts;
  const acts: Record<string, () => boolean> = {
    r: () => {
      if (canReturn) hands.toggleReturn();
      return canReturn;
    },
    t: () => {
      if (canReturn) onDialog({ kind: 'return' });
      return canReturn;
    },
    v: () => {
      const may = canVerify(desk);
      if (may) onDialog({ kind: 'verify' });
      return may;
    },
    b: () => {
      onDialog({ kind: 'batch' });
      return true;
    },
    n: () => {
      if (neighbours.next !== undefined) onOpen(neighbours.next);
      return neighbours.next !== undefined;
    },
    p: () => {
      if (neighbours.previous !== undefined) onOpen(neighbours.previous);
      return neighbours.previous !== undefined;
    },
  };
  return (key) => {
    if (key === 'Enter') {
      hands.wish('points');
      return true;
    }
    if (!singleKeys) return false;
    if (key === '1' || key === '2' || key === '3') return hands.quick(key);
    const act = Object.hasOwn(acts, key.toLowerCase()) ? acts[key.toLowerCase()] : undefined;
    return act?.() ?? false;
  };
}
