/**
 * What this installation keeps beside the profiles' own databases. On the path to the first paint, so it is raw
 * IndexedDB through `idb-keyval` and imports nothing else of weight.
 */
import { del, get, set, update } from 'idb-keyval';
import type { Answers } from '#domain/answers.ts';
import type { PublicCampaign } from '#protocol/public.ts';
import type { Chance } from '#protocol/ids.ts';
import type { DraftRow, ProfileRow } from './model.ts';
import { strictStore } from './strict-store.ts';

const DATABASE = 'thidua-may';
const TABLE = 'kv';

export interface Settings {
  largeText: boolean;
  theme: 'system' | 'light' | 'dark';
  /** Photos wait for a tap. */
  sparesData?: boolean;
  /** The office's keys of one character act; on unless turned off (WCAG 2.1.4). */
  singleKeys?: boolean;
  /** The office looks at what it has and asks for no rows; what is written here still goes. */
  pausesRows?: boolean;
  /** Campaigns whose checklist "Việc của đợt đầu" was put away. */
  hiddenChecklists?: string[];
  /** Which section of the office's rail is open; null = none. */
  rail?: string | null;
}
const firstSettings: Settings = { largeText: false, theme: 'system' };

/** Where a household's draft is before, and after, its workspace is loaded. */
export type PocketDraft =
  /** `base`: the answers it was typed over, as far as the workspace may hold them. */
  | { kind: 'here'; draft: DraftRow; base?: Answers | undefined }
  /** `copy`: as the workspace last kept it; drawn while that one is being opened. */
  | { kind: 'moved'; copy?: DraftRow | undefined };

/** A key made for a code whose answer may have been lost: the same code must be redeemed with the same key. */
export interface Enrolling {
  profileId: string;
  /** The locked-out profile that this key is about to take over, or has. */
  into?: string;
}

export interface Pocket {
  /** Random, made once; 22 base64url characters. */
  installationId(chance: Chance): Promise<string>;
  profiles(): Promise<ProfileRow[]>;
  profile(id: string): Promise<ProfileRow | undefined>;
  /** Compare-and-change in one transaction: `change` gets every profile and returns them as they shall be. */
  changeProfiles(change: (profiles: ProfileRow[]) => ProfileRow[]): Promise<void>;
  putProfile(profile: ProfileRow): Promise<void>;
  removeProfile(id: string): Promise<void>;
  settings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
  campaign(): Promise<PublicCampaign | undefined>;
  saveCampaign(campaign: PublicCampaign): Promise<void>;
  draft(draftId: string): Promise<PocketDraft | undefined>;
  /** Compare-and-change in one transaction: another tab may have typed. */
  changeDraft(
    draftId: string,
    change: (kept: PocketDraft | undefined) => PocketDraft | undefined,
  ): Promise<void>;
  removeDraft(draftId: string): Promise<void>;
  enrolling(): Promise<Enrolling | undefined>;
  saveEnrolling(enrolling: Enrolling): Promise<void>;
  endEnrolling(): Promise<void>;
}

const draftKey = (draftId: string): string => `draft:${draftId}`;

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** `factory` is the platform's `indexedDB`. Nothing is opened before the first call. */
export function createPocket(factory: IDBFactory): Pocket {
  const store = strictStore(factory, DATABASE, TABLE);
  const changeProfiles = (change: (profiles: ProfileRow[]) => ProfileRow[]): Promise<void> =>
    update<ProfileRow[]>('profiles', (profiles) => change(profiles ?? []), store);
  const profiles = async (): Promise<ProfileRow[]> => (await get<ProfileRow[]>('profiles', store)) ?? [];
  return {
    async installationId(chance) {
      const made = base64url(chance.bytes(16));
      await update<string>('installationId', (kept) => kept ?? made, store);
      return (await get<string>('installationId', store)) ?? made;
    },
    profiles,
    profile: async (id) => (await profiles()).find((profile) => profile.id === id),
    changeProfiles,
    putProfile: (profile) =>
      changeProfiles((kept) => [...kept.filter(({ id }) => id !== profile.id), profile]),
    removeProfile: (id) => changeProfiles((kept) => kept.filter((profile) => profile.id !== id)),
    settings: async () => ({ ...firstSettings, ...(await get<Settings>('settings', store)) }),
    saveSettings: (settings) => set('settings', settings, store),
    campaign: () => get<PublicCampaign>('campaign', store),
    saveCampaign: (campaign) => set('campaign', campaign, store),
    draft: (draftId) => get<PocketDraft>(draftKey(draftId), store),
    changeDraft: (draftId, change) => update<PocketDraft | undefined>(draftKey(draftId), change, store),
    removeDraft: (draftId) => del(draftKey(draftId), store),
    enrolling: () => get<Enrolling>('enrolling', store),
    saveEnrolling: (enrolling) => set('enrolling', enrolling, store),
    endEnrolling: () => del('enrolling', store),
  };
}
