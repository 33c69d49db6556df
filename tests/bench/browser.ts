/** A real Chromium for the benchmarks, with a phone's network and processor where asked for. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { ServerProcess } from '../support/server-process.ts';

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PORTS = [8370, 8389] as const;

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? SYSTEM_BROWSERS.find((path) => existsSync(path));
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

export const startServer = (): Promise<ServerProcess> => ServerProcess.start({ ports: PORTS });

/** 400 kbit/s and 400 ms a request. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const CPU_SLOWER = 6;

export async function slowDown(context: BrowserContext, page: Page, network: boolean): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
  if (!network) return;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
}

/**
 * Notes in every page when its first field can be typed into, in ms from the navigation: it is visible and the main
 * thread has come to the task after. Taps "Bắt đầu" by itself, as soon as it is there.
 */
export async function watchFirstField(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const look = () => {
      const start = [...document.querySelectorAll('button')].find((button) =>
        button.textContent.startsWith('Bắt đầu'),
      );
      start?.click();
      const field = document.querySelector('input');
      if (field === null || field.offsetParent === null) requestAnimationFrame(look);
      else setTimeout(() => Reflect.set(window, 'firstFieldAt', performance.now()));
    };
    look();
  });
}

/** @returns ms */
export async function firstFieldAt(page: Page): Promise<number> {
  const handle = await page.waitForFunction((): unknown => Reflect.get(window, 'firstFieldAt'));
  return Number(await handle.jsonValue());
}
