/** A failing run made short: events and misfortunes go as long as the same promise still breaks. */
import type { Invariant } from './oracle/broken.ts';
import type { Schedule, SimEvent } from './schedule.ts';

export type StillBreaks = (schedule: Schedule) => Promise<Invariant | null>;

const TRIES_MAX = 500;

/** The same event with less in it. */
function simpler(event: SimEvent): SimEvent[] {
  const out: SimEvent[] = [];
  if ('fates' in event && event.fates !== undefined) {
    const { fates, ...rest } = event;
    out.push(rest);
    if (fates.length > 1) for (const fate of fates) out.push({ ...event, fates: [fate] });
  }
  if ('crash' in event && event.crash !== undefined) {
    const { crash: _gone, ...rest } = event;
    out.push(rest);
  }
  if ('interlude' in event && event.interlude !== undefined) {
    const { interlude: _gone, ...rest } = event;
    out.push(rest);
  }
  if (event.t === 'act' && event.stale !== undefined) {
    const { stale: _gone, ...rest } = event;
    out.push(rest);
  }
  if (event.t === 'act' && event.online === true) out.push({ ...event, online: false });
  return out;
}

export async function shrink(
  schedule: Schedule,
  breaks: StillBreaks,
  invariant: Invariant,
  triesMax = TRIES_MAX,
): Promise<Schedule> {
  let best = schedule;
  let tries = 0;
  const take = async (candidate: Schedule): Promise<boolean> => {
    tries += 1;
    if (tries > triesMax || (await breaks(candidate)) !== invariant) return false;
    best = candidate;
    return true;
  };
  for (let size = Math.ceil(best.events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.events.length;) {
      const events = [...best.events.slice(0, at), ...best.events.slice(at + size)];
      if (!(await take({ ...best, events }))) at += size;
    }
  }
  for (const name of best.phones.slice(1))
    await take({
      ...best,
      phones: best.phones.filter((phone) => phone !== name),
      events: best.events.filter((event) => !('phone' in event) || event.phone !== name),
    });
  for (let at = 0; at < best.events.length; at++) {
    let isSimpler = true;
    while (isSimpler) {
      const event = best.events[at];
      isSimpler = false;
      for (const less of event === undefined ? [] : simpler(event))
        if (await take({ ...best, events: best.events.with(at, less) })) {
          isSimpler = true;
          break;
        }
    }
  }
  return best;
}
