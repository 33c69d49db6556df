/** The hamlet's list of 500 households under a moving thumb, beside 500 plain rows in React, processor ÷6. */
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { enrolWords } from '#client/messages/enrol.ts';
import { loadAssets } from '#server/http/assets.ts';
import { linkOf } from '#server/links.ts';
import { root } from '../support/source-files.ts';
import { openBrowser, openPhone, slowDown } from './browser.ts';
import { firstHamlet, issuedFor, LINK_MS, makeHead, openCommune } from './commune.ts';
import { buildPeer, type Peer } from './peers-build.ts';
import { median, type Result } from './result.ts';
import { servePage, serveSite } from './site.ts';
import { send } from './throughput.ts';

const HOUSEHOLDS = 500;
/** Every other family has sent: rows of both kinds. */
const SENT = HOUSEHOLDS / 2;
const FRAME_MS = 1000 / 60;
const THUMB = { x: 180, y: 400, distance: 9_000, speed: 3_000 };

const nameAt = (index: number): string => `Hộ ${index}`;
const plainList: Peer = {
  page: 'list.tsx',
  name: '500 plain rows',
  definition: () => Array.from({ length: HOUSEHOLDS }, (_, index) => nameAt(index)),
};

declare global {
  interface Window {
    framesAt?: number[];
  }
}

/** Down and up again. @returns the share of frames that were due and not drawn, in per cent */
async function missedFrames(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    const frames: number[] = [];
    window.framesAt = frames;
    const note = (at: number): void => {
      frames.push(at);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (const yDistance of [-THUMB.distance, THUMB.distance])
    await session.send('Input.synthesizeScrollGesture', {
      x: THUMB.x,
      y: THUMB.y,
      yDistance,
      speed: THUMB.speed,
      gestureSourceType: 'touch',
      preventFling: true,
    });
  const frames = (await page.evaluate(() => window.framesAt)) ?? [];
  const [first = 0, last = 0] = [frames[0], frames.at(-1)];
  const due = Math.round((last - first) / FRAME_MS);
  return (1 - Math.min(1, (frames.length - 1) / due)) * 100;
}

async function scrolled(page: Page, runs: number): Promise<number> {
  await slowDown(page.context(), page, false);
  const missed: number[] = [];
  for (let run = 0; run < runs; run++) missed.push(await missedFrames(page));
  return median(missed);
}

async function ourList(browser: Browser, runs: number): Promise<number> {
  const commune = await openCommune({ assets: loadAssets(join(root, 'dist')) });
  const site = await serveSite(commune.fetch);
  const context = await openPhone(browser);
  try {
    const hamlet = await firstHamlet(commune);
    const head = await makeHead(commune, hamlet, HOUSEHOLDS);
    await send(commune, { ...head, submissions: head.submissions.slice(0, SENT) });
    const page = await context.newPage();
    const code = await commune.core.createEnrolCode({ role: 'hamletHead', subject: hamlet, ttlMs: LINK_MS });
    await page.goto(linkOf(site.origin, issuedFor(code)));
    await page.getByRole('button', { name: enrolWords.button, exact: true }).click();
    await page.getByRole('button', { name: enrolWords.go, exact: true }).click();
    await page.locator('h1', { hasText: /^Xóm / }).waitFor();
    await page.goto(`${site.origin}/cac-ho`);
    await page
      .locator('li')
      .filter({ hasText: nameAt(1) })
      .first()
      .waitFor();
    // Every row has come down.
    await page.waitForFunction((px) => document.documentElement.scrollHeight > px, THUMB.distance + THUMB.y, {
      timeout: 60_000,
    });
    return await scrolled(page, runs);
  } finally {
    await context.close();
    await site.close();
    await commune.close();
  }
}

async function plainRows(browser: Browser, runs: number): Promise<number> {
  const site = await servePage(await buildPeer(plainList, HOUSEHOLDS, browser));
  const context = await openPhone(browser);
  try {
    const page = await context.newPage();
    await page.goto(site.origin);
    await page.getByText(nameAt(HOUSEHOLDS - 1), { exact: true }).waitFor();
    return await scrolled(page, runs);
  } finally {
    await context.close();
    await site.close();
  }
}

export async function benchListScroll(runs: number): Promise<Result> {
  const browser = await openBrowser();
  try {
    const [ours, plain] = [await ourList(browser, runs), await plainRows(browser, runs)];
    const note = `${THUMB.distance} px down and up at ${THUMB.speed} px/s, processor ÷6`;
    return {
      rows: [
        {
          name: 'list.missed',
          what: 'list of 500 households: frames due and not drawn while scrolling',
          value: ours,
          unit: '%',
          budget: { atMost: 5 },
          note,
        },
        { name: 'list.plain', what: 'list: 500 plain rows in React', value: plain, unit: '%' },
      ],
    };
  } finally {
    await browser.close();
  }
}
