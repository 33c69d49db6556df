/** A walk through screens in a fresh browser profile, each looked at, and everything it saw held against the rules. */
import { expect, type Browser, type BrowserContextOptions, type Page, type TestInfo } from '@playwright/test';
import { firstTab, watch, type Watch } from './browser.ts';
import { inspect } from './inspect.ts';
import type { World } from './world.ts';

/**
 * For screens of the office. As wide as a desk, the phone that is imitated otherwise zooms into the field in focus, and
 * what then lies outside cannot be pressed.
 */
export const DESK: BrowserContextOptions = { isMobile: false, deviceScaleFactor: 1 };

export interface Visit {
  page: Page;
  look(name: string): Promise<void>;
  go(path: string, name: string): Promise<void>;
}

export interface Tour {
  world: World;
  browser: Browser;
  info: TestInfo;
  /** The phone of the project, unless told otherwise. */
  device?: BrowserContextOptions;
}

export async function tour(
  { world, browser, info, device = {} }: Tour,
  visit: (visit: Visit) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(device);
  const seen: Watch = await watch(context, world.origin);
  const wrong: string[] = [];
  try {
    const page = await firstTab(context);
    const look = async (name: string) => {
      await expect(page.locator('h1').first()).toBeVisible();
      wrong.push(...(await inspect(page, name, info, name.startsWith('van-phong') ? 'desk' : 'phone')));
    };
    const go = async (path: string, name: string) => {
      await page.goto(`${world.origin}${path}`);
      await look(name);
    };
    await visit({ page, look, go });
  } finally {
    await context.close();
  }
  expect(wrong).toEqual([]);
  expect(seen).toEqual({ violations: [], foreign: [], errors: [] });
}
