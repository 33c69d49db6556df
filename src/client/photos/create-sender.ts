/** The lane as a workspace calls it. */
import { createPhotoStore } from '#client/db/photo-store.ts';
import { runPhotoLane, type LaneContext, type LaneOutcome } from './lane.ts';
import { createPace } from './pace.ts';

export type Sender = (turn: Pick<LaneContext, 'isTextWaiting'>) => Promise<LaneOutcome>;

/** One workspace's sender; it remembers how good the line was. */
export function createSender(parts: Pick<LaneContext, 'store' | 'environment' | 'mustWait'>): Sender {
  const photos = createPhotoStore(parts.store);
  const pace = createPace();
  const sentAt = new Map<string, number>();
  return (turn) => runPhotoLane({ ...parts, ...turn, photos, pace, sentAt });
}
