/**
 * A family with its slip: the form over a real pocket and a real database (in memory), and, when the line is up, the
 * real server in process.
 */
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { readFragment } from '#protocol/fragment.ts';
import { applySettings, SettingsProvider } from '#client/app/settings-context.tsx';
import { beginSlip } from '#client/db/begin-slip.ts';
import type { DraftRow, ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import { OpenedDraft } from '#client/features/household/opened-draft.tsx';
import { openWorkspace } from '#client/open-workspace.ts';
import { watchInstallOffer } from '#client/pwa/install-offer.ts';
import { PwaProvider, type Pwa } from '#client/pwa/pwa-context.tsx';
import { createUpdates } from '#client/pwa/updates.ts';
import type { Environment } from '#client/sync/environment.ts';
import type { Workspace } from '#client/workspace.ts';
import { openCommune, type Commune, type Line } from '../../client-core/commune.ts';
import { createPhone, quietHooks, type Phone } from '../../client-core/surroundings.ts';
import { screensMove } from '../moving-screens.ts';

const SEED = 20261122;
const full = (): DOMException => new DOMException('no room', 'QuotaExceededError');
const unreachable: Environment['fetch'] = () => Promise.reject(new TypeError('unreachable'));

export interface Family {
  phone: Phone;
  pocket: Pocket;
  profile: ProfileRow;
  user: ReturnType<typeof userEvent.setup>;
  /** The next saves fail until it is false again. */
  disk: { isFull: boolean };
  /** Opens the form, as the app does; `unmount` closes it. */
  open: () => { unmount: () => void };
  /** What is on disk for this family, wherever it lives now. */
  stored: () => Promise<DraftRow | undefined>;
  workspace: () => Workspace | undefined;
  /** How often the phone was handed on. */
  closings: string[];
}

const pwa: Pwa = { install: watchInstallOffer(new EventTarget()), updates: createUpdates() };

async function familyWith(fetch: Environment['fetch'], fragment: string, phone: Phone): Promise<Family> {
  screensMove();
  history.replaceState(null, '', '/p');
  const surroundings = phone.tab(fetch);
  const { environment } = surroundings;
  const slip = readFragment(fragment);
  if (slip?.kind !== 'slip') throw new Error(fragment);
  const disk = { isFull: false };
  const pocket: Pocket = {
    ...surroundings.pocket,
    changeDraft: (...change) =>
      disk.isFull ? Promise.reject(full()) : surroundings.pocket.changeDraft(...change),
  };
  const words = { title: `Gia đình (mã hộ ${slip.householdCode})`, label: 'Máy của gia đình' };
  const profile = await beginSlip(pocket, environment, slip, words);
  let workspace: Workspace | undefined;
  const closings: string[] = [];
  const openProfile = async (opening: ProfileRow): Promise<Workspace> => {
    const opened = await openWorkspace(opening, { ...surroundings, pocket }, quietHooks);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    workspace = opened.workspace;
    const save = workspace.saveDraft;
    Object.defineProperty(workspace, 'saveDraft', {
      value: (...saved: Parameters<typeof save>) => (disk.isFull ? Promise.reject(full()) : save(...saved)),
    });
    return workspace;
  };
  const first = await pocket.settings();
  applySettings(first);
  return {
    phone,
    pocket,
    profile,
    disk,
    user: userEvent.setup({ delay: null }),
    open: () =>
      render(
        <SettingsProvider pocket={pocket} first={first}>
          <PwaProvider pwa={pwa}>
            <OpenedDraft
              pocket={pocket}
              campaign={undefined}
              profile={profile}
              open={openProfile}
              onClose={async () => {
                closings.push(profile.id);
              }}
            />
          </PwaProvider>
        </SettingsProvider>,
      ),
    stored: async () => {
      const kept = await pocket.draft(slip.assessmentId);
      return kept?.kind === 'here' ? kept.draft : workspace?.draft(slip.assessmentId);
    },
    workspace: () => workspace,
    closings,
  };
}

const LONELY = 's1.abcdefghijklmnopqrstuv.0123456789ab5cde8f0123456789abcd.binh-thuan.DM-001';

/** A family whose phone never reaches anybody. */
export const familyAlone = (): Promise<Family> => familyWith(unreachable, LONELY, createPhone(SEED));

/**
 * A family and its commune: `line.isDown` decides whether they reach each other. `hasStrangeSlip`: its paper holds a code
 * that the commune does not know.
 */
export async function familyAndCommune({ hasStrangeSlip = false } = {}): Promise<
  Family & { line: Line; commune: Commune }
> {
  const phone = createPhone(SEED);
  const commune = await openCommune(phone.clock, phone.tab(unreachable).environment.chance);
  const slip = await commune.core.createSlip('DM-001');
  if (slip.kind !== 'issued') throw new Error(slip.kind);
  const line = commune.line();
  return { ...(await familyWith(line.fetch, hasStrangeSlip ? LONELY : slip.fragment, phone)), line, commune };
}
