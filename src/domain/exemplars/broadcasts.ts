/** What was said over the loudspeaker, summed (plan clause V.5 "tăng cường thời lượng truyền thanh"). Pure. */

export interface BroadcastLine {
  minutes: number;
  channel: string;
}

export interface BroadcastSum {
  times: number;
  minutes: number;
  /** Bulletins said at least once. */
  bulletins: number;
  /** By channel as it was written, most minutes first. */
  channels: { channel: string; times: number; minutes: number }[];
}

export function broadcastSum(bulletins: readonly { broadcasts: readonly BroadcastLine[] }[]): BroadcastSum {
  const all = bulletins.flatMap(({ broadcasts }) => broadcasts);
  const byChannel = new Map<string, { channel: string; times: number; minutes: number }>();
  for (const { channel, minutes } of all) {
    const name = channel.trim();
    const sum = byChannel.get(name) ?? { channel: name, times: 0, minutes: 0 };
    byChannel.set(name, { channel: name, times: sum.times + 1, minutes: sum.minutes + minutes });
  }
  return {
    times: all.length,
    minutes: all.reduce((sum, { minutes }) => sum + minutes, 0),
    bulletins: bulletins.filter(({ broadcasts }) => broadcasts.length > 0).length,
    channels: [...byChannel.values()].sort(
      (a, b) => b.minutes - a.minutes || (a.channel < b.channel ? -1 : 1),
    ),
  };
}
