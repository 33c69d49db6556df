/** The small store of an installation, in memory: replaced whole at each change, so that keeping it keeps it as it was. */
import type { Enrolling, Pocket, PocketDraft, Settings } from '#client/db/pocket.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { PublicCampaign } from '#protocol/public.ts';
import { base64url } from 'jose';

export interface PocketHeld {
  installationId: string | undefined;
  profiles: readonly ProfileRow[];
  settings: Settings;
  campaign: PublicCampaign | undefined;
  drafts: ReadonlyMap<string, PocketDraft>;
  enrolling: Enrolling | undefined;
}

export const emptyPocket: PocketHeld = {
  installationId: undefined,
  profiles: [],
  settings: { largeText: false, theme: 'system' },
  campaign: undefined,
  drafts: new Map(),
  enrolling: undefined,
};

/** `at` is where it lies: read and replaced. */
export function createMemoryPocket(at: { pocket: PocketHeld }): Pocket {
  const disk = at;
  const change = async (part: Partial<PocketHeld>): Promise<void> => {
    disk.pocket = { ...disk.pocket, ...part };
  };
  const changeProfiles: Pocket['changeProfiles'] = (how) =>
    change({ profiles: structuredClone(how(structuredClone([...disk.pocket.profiles]))) });
  const withoutDraft = (id: string): [string, PocketDraft][] =>
    [...disk.pocket.drafts].filter(([kept]) => kept !== id);
  return {
    async installationId(chance) {
      const id = disk.pocket.installationId ?? base64url.encode(chance.bytes(16));
      await change({ installationId: id });
      return id;
    },
    profiles: async () => structuredClone([...disk.pocket.profiles]),
    profile: async (id) => structuredClone(disk.pocket.profiles.find((profile) => profile.id === id)),
    changeProfiles,
    putProfile: (profile) =>
      changeProfiles((kept) => [...kept.filter(({ id }) => id !== profile.id), profile]),
    removeProfile: (id) => changeProfiles((kept) => kept.filter((profile) => profile.id !== id)),
    settings: async () => disk.pocket.settings,
    saveSettings: (settings) => change({ settings }),
    campaign: async () => disk.pocket.campaign,
    saveCampaign: (campaign) => change({ campaign }),
    draft: async (id) => structuredClone(disk.pocket.drafts.get(id)),
    async changeDraft(id, how) {
      const next = structuredClone(how(structuredClone(disk.pocket.drafts.get(id))));
      await change({
        drafts: new Map([...withoutDraft(id), ...(next === undefined ? [] : [[id, next] as const])]),
      });
    },
    removeDraft: (id) => change({ drafts: new Map(withoutDraft(id)) }),
    enrolling: async () => disk.pocket.enrolling,
    saveEnrolling: (enrolling) => change({ enrolling }),
    endEnrolling: () => change({ enrolling: undefined }),
  };
}
