/** The officer's word on a phone: asked of the commune, then the rows are fetched that show it. */
import { useState } from 'react';
import type { DeviceActRequest, DeviceActResponse } from '#protocol/devices.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { officeDevices } from '#client/messages/devices-office.ts';
import { refusedWords } from '#client/subject/devices/device-outcome.ts';

const { waiting: words } = officeDevices;

/** Somebody else was first; null = it stands as it was asked. */
const otherwise = (act: DeviceActRequest['act'], state: DeviceActResponse['state']): string | null =>
  (act === 'approve') === (state === 'approved')
    ? null
    : act === 'approve'
      ? words.wasRevoked
      : words.wasApproved;

export interface Acts {
  /** Id of the phone the question is about. */
  doing: string | null;
  /** What came of the last one: done, or why not. */
  news: string;
  isRefused: boolean;
  act: (device: string, act: DeviceActRequest['act'], done: string) => Promise<void>;
}

export function useActs(): Acts {
  const workspace = useWorkspace();
  const [doing, setDoing] = useState<string | null>(null);
  const [news, setNews] = useState('');
  const [isRefused, setRefused] = useState(false);
  return {
    doing,
    news,
    isRefused,
    async act(device, act, done) {
      if (doing !== null) return;
      setDoing(device);
      setNews('');
      try {
        const outcome = await (await workspace.devices()).act(device, act);
        const why =
          refusedWords(outcome) ?? (outcome.kind === 'done' ? otherwise(act, outcome.value.state) : null);
        setRefused(why !== null);
        setNews(why ?? done);
        workspace.sendNow();
      } finally {
        setDoing(null);
      }
    },
  };
}
