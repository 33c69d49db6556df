/** Officers' keys in a story: an authenticator without hands, and a commune whose clock the story turns. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { World } from './world.ts';

const MINUTE_MS = 60_000;

export interface ClockedWorld {
  world: World;
  /** From now on its clock is so many minutes further on. */
  turn: (minutes: number) => void;
  dispose: () => Promise<void>;
}

/** The product's server on a clock of the story's own. */
export async function startClocked(args: readonly string[] = []): Promise<ClockedWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-clock-'));
  const file = join(folder, 'ahead');
  let minutes = 0;
  const turn = (more: number): void => {
    minutes += more;
    writeFileSync(file, String(minutes * MINUTE_MS));
  };
  const dist = process.env['TEST_DIST'];
  const world = await World.start({
    entry: 'tests/support/planted-server.entry.ts',
    args: [...args, '--ahead', file, ...(dist === undefined ? [] : ['--dist', dist])],
  });
  return {
    world,
    turn,
    async dispose() {
      await world.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Authenticator {
  /** It is touched when it asks, or nobody touches it and the question stays open. */
  isThere: (isThere: boolean) => Promise<void>;
  credentials: () => Promise<number>;
  remove: () => Promise<void>;
}

/**
 * A virtual authenticator of this page: the machine's own, or a stick in its port. Knows who is there, and PRF.
 * `isUserVerified` false: whoever is there shows no finger, and what asks is closed without an answer.
 */
export async function addAuthenticator(
  page: Page,
  {
    transport = 'internal',
    isUserVerified = true,
  }: { transport?: 'internal' | 'usb'; isUserVerified?: boolean } = {},
): Promise<Authenticator> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    isThere: async (enabled) => {
      await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
    credentials: async () =>
      (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    remove: async () => {
      await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
  };
}
