/** An officer at the desk and a phone somewhere else, over the real server in process; both really there. */
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { CodeRequest } from '#protocol/devices.ts';
import { readFragment } from '#protocol/fragment.ts';
import { SettingsProvider } from '#client/app/settings-context.tsx';
import { WorkspaceProvider } from '#client/app/workspace-context.tsx';
import type { ProfileRow } from '#client/db/model.ts';
import { watchInstallOffer } from '#client/pwa/install-offer.ts';
import { PwaProvider } from '#client/pwa/pwa-context.tsx';
import { createUpdates } from '#client/pwa/updates.ts';
import { enrolNow, type EnrolNowOutcome } from '#client/sync/enrol-now.ts';
import type { Surroundings } from '#client/sync/open-store.ts';
import type { Workspace } from '#client/workspace.ts';
import { openCommune, type Commune, type Line } from '../../../client-core/commune.ts';
import { createPhone, untilTrue, type Phone } from '../../../client-core/surroundings.ts';
import { open, untilSent } from '../../../client-core/village.ts';
import { screensMove } from '../../moving-screens.ts';

export interface Machine {
  phone: Phone;
  tab: Surroundings;
  line: Line;
  profile: ProfileRow;
  workspace: Workspace;
  /** Everything up and down. */
  meet: () => Promise<void>;
}

const machineOf = (commune: Commune, seed: number): Pick<Machine, 'phone' | 'tab' | 'line'> => {
  const phone = createPhone(seed);
  const line = commune.line();
  return { phone, line, tab: phone.tab(line.fetch, { compress: line.compress }) };
};

const secretIn = (fragment: string): string => readFragment(fragment)?.secret ?? '';

const redeemAt = (tab: Surroundings, fragment: string, label: string): Promise<EnrolNowOutcome> =>
  enrolNow(tab, secretIn(fragment), label);

/** Redeems and opens; the phone may have to wait for the officer's word. */
export async function bound(
  commune: Commune,
  seed: number,
  fragment: string,
  label = 'Máy của ông Tám',
): Promise<Machine> {
  const machine = machineOf(commune, seed);
  const outcome = await redeemAt(machine.tab, fragment, label);
  if (outcome.kind !== 'answered') throw new Error(JSON.stringify(outcome));
  const workspace = await open(outcome.profile, machine.tab);
  return {
    ...machine,
    profile: outcome.profile,
    workspace,
    meet: async () => {
      const asked = machine.line.log.length;
      workspace.sendNow();
      await untilTrue(() => machine.line.log.length > asked);
      await untilSent(machine.phone, workspace);
    },
  };
}

/** A machine bound by the operator's own word. */
export async function boundBy(
  commune: Commune,
  seed: number,
  role: 'officer' | 'hamletHead',
): Promise<Machine> {
  const subject = role === 'officer' ? {} : { subject: 'Chùa 9' };
  const issued = await commune.core.createEnrolCode({ role, ttlMs: 1e9, ...subject });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const machine = await bound(commune, seed, issued.fragment, role === 'officer' ? 'Máy xã' : undefined);
  await machine.meet();
  return machine;
}

export async function hamletNamed({ workspace }: Pick<Machine, 'workspace'>, name: string): Promise<string> {
  const found = (await workspace.rows('hamlet')).find(({ value }) => value.name === name);
  if (found === undefined) throw new Error(name);
  return found.id;
}

export async function issuedBy(
  { workspace }: Pick<Machine, 'workspace'>,
  wanted: Pick<CodeRequest, 'role' | 'subject' | 'personName' | 'way'>,
): Promise<string> {
  const outcome = await (await workspace.devices()).issueCode(wanted);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value.fragment;
}

const pwa = { install: watchInstallOffer(new EventTarget()), updates: createUpdates() };

export function show(
  { workspace, tab }: Pick<Machine, 'workspace' | 'tab'>,
  screen: ReactElement,
  path: string,
) {
  screensMove();
  const memory = memoryLocation({ path, record: true });
  const view = render(
    <SettingsProvider pocket={tab.pocket} first={{ largeText: false, theme: 'system' }}>
      <WorkspaceProvider workspace={workspace}>
        <PwaProvider pwa={pwa}>
          <Router hook={memory.hook} searchHook={memory.searchHook}>
            {screen}
          </Router>
        </PwaProvider>
      </WorkspaceProvider>
    </SettingsProvider>,
  );
  return { ...view, at: () => memory.history.at(-1) ?? '', user: userEvent.setup({ delay: null }) };
}

export const openedCommune = (seed: number): Promise<Commune> => {
  const { clock, tab } = createPhone(seed);
  return openCommune(clock, tab(() => Promise.reject(new TypeError('unreachable'))).environment.chance);
};
