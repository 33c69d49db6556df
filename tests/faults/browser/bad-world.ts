/** A commune whose only way in is a bad line: the pages, the worker and the links all know the proxy alone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Role } from '#protocol/policy-roles.ts';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { homeWords } from '#client/messages/hamlet.ts';
import { FaultProxy } from '../../support/fault-proxy.ts';
import type { ServerOptions } from '../../support/server-process.ts';
import { firstTab, openProfile, underWorker } from '../../browser/support/browser.ts';
import { redeem } from '../../browser/support/enrol.ts';
import { World } from '../../browser/support/world.ts';

export const SYNC = /^POST \/api\/v1\/sync$/;

export interface BadWorld {
  world: World;
  proxy: FaultProxy;
  link(role: Role): string;
  dispose(): Promise<void>;
}

export async function startBadWorld(options: Omit<ServerOptions, 'ports'> = {}): Promise<BadWorld> {
  const world = await World.start(options);
  const proxy = await FaultProxy.start(world.origin);
  return {
    world,
    proxy,
    link: (role) => world.link(role).replace(world.origin, proxy.origin),
    dispose: async () => {
      await proxy.stop();
      await world.dispose();
    },
  };
}

/** A hamlet head's phone, enrolled, under its worker, the criteria there. */
export async function enrolHead(page: Page, bad: BadWorld): Promise<void> {
  await redeem(page, bad.link('hamletHead'), /^Xóm /);
  await underWorker(page);
  await expect(page.getByText(homeWords.openForm, { exact: true })).toBeVisible();
}

/** A story on the one phone of a hamlet head behind the bad line, from its home screen on. */
export async function onHeadsPhone(
  story: (scene: { page: Page; context: BrowserContext; bad: BadWorld }) => Promise<void>,
): Promise<void> {
  const bad = await startBadWorld();
  const context = await openProfile(bad.world.profileFolder());
  try {
    const page = await firstTab(context);
    await enrolHead(page, bad);
    await story({ page, context, bad });
  } finally {
    await context.close();
    await bad.dispose();
  }
}

export const SAVED = /Đã lưu trên máy này lúc/;

/** The group of the hamlet's form that asks for plain numbers. */
export const numbersPath = '/xom/phieu?nhom=A2';
export const numberFields = (page: Page) => page.getByRole('main').getByRole('textbox');

/** Processes of the browser that works on this profile's folder, its children too. */
export function browserPids(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const file = `/proc/${pid}/cmdline`;
      try {
        return existsSync(file) && readFileSync(file, 'utf8').includes(`--user-data-dir=${folder}`);
      } catch {
        // Gone between the two looks.
        return false;
      }
    });
}
