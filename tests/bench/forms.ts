/**
 * The same form in ours and in the libraries people fill forms with, in the same run: bytes, first start, start without a
 * network, keys, memory. With 20 questions ours is the household's flow, with 200 the hamlet's sheet.
 */
import type { Browser } from '@playwright/test';
import { enrolWords } from '#client/messages/enrol.ts';
import { household } from '#client/messages/household.ts';
import { openBrowser } from './browser.ts';
import { formGrid, formRows, type Measured } from './form-rows.ts';
import { visitCold, WarmPhone, type Cold, type FormPage, type Warm } from './form-visits.ts';
import { serveOurs, type Ours } from './ours.ts';
import { buildPeer, peers } from './peers-build.ts';
import type { Result } from './result.ts';
import { servePage, type Site } from './site.ts';

export const FEW = 20;
export const MANY = 200;
const KEYS = 15;

export interface FormsOptions {
  runs: number;
  /** Also starts the form of 200 questions cold and types into the one of 20: a quarter of an hour more. */
  isWhole: boolean;
}

const ourHousehold = (ours: Ours): FormPage => ({
  name: 'Thi đua số',
  first: () => ours.slip(),
  again: () => `${ours.origin}/p`,
  path: '/p',
  taps: [{ selector: 'button', text: household.start }],
});

const ourHamlet = (ours: Ours): FormPage => ({
  name: 'Thi đua số',
  first: () => ours.enrolment(),
  again: () => `${ours.origin}/xom/phieu?nhom=G1`,
  path: '/xom/phieu',
  taps: [
    { selector: 'button', text: enrolWords.button },
    { selector: 'button', text: enrolWords.go },
    { selector: 'a[href^="/xom/phieu"]' },
    { selector: 'main button', text: 'Nhóm 1' },
  ],
});

interface Served {
  pages: FormPage[];
  sites: Site[];
}

async function servePeers(questions: number, browser: Browser): Promise<Served> {
  const served: Served = { pages: [], sites: [] };
  for (const peer of peers) {
    const site = await servePage(await buildPeer(peer, questions, browser));
    const url = `${site.origin}/`;
    served.sites.push(site);
    served.pages.push({ name: peer.name, first: async () => url, again: () => url, path: '/', taps: [] });
  }
  return served;
}

/** Taken in turn, so that a slow moment of the machine falls on all. */
async function measure(
  pages: readonly FormPage[],
  browser: Browser,
  { runs, isWhole, questions }: FormsOptions & { questions: number },
): Promise<Measured[]> {
  const coldRuns = isWhole || questions === FEW ? runs : 0;
  const keys = isWhole || questions === MANY ? KEYS : 0;
  const say = (words: string) => console.error(`  ${words}`);
  const measured = pages.map(({ name }): Measured => ({ name, fetched: [], cold: [], warm: [] }));
  const inTurn = async (times: number, visit: (at: number) => Promise<void>): Promise<void> => {
    for (let run = 0; run < times; run++) for (const at of pages.keys()) await visit(at);
  };
  await inTurn(coldRuns, async (at) => {
    const [page, into] = [pages[at], measured[at]];
    if (page === undefined || into === undefined) return;
    const cold: Cold = await visitCold(browser, page);
    say(`${page.name}: cold ${Math.round(cold.usable)} ms, ${cold.bytes} bytes in ${cold.requests}`);
    into.cold.push(cold);
  });
  const phones: WarmPhone[] = [];
  try {
    for (const [at, page] of pages.entries()) {
      const phone = await WarmPhone.begin(browser, page);
      phones.push(phone);
      measured[at]?.fetched.push(phone.fetched);
    }
    await inTurn(runs, async (at) => {
      const warm: Warm | undefined = await phones[at]?.visit(keys);
      if (warm === undefined) return;
      say(`${pages[at]?.name}: warm ${Math.round(warm.usable)} ms, heap ${warm.heap.toFixed(1)} MB`);
      measured[at]?.warm.push(warm);
    });
  } finally {
    for (const phone of phones) await phone.close();
  }
  return measured;
}

export async function benchForms({ runs, isWhole }: FormsOptions): Promise<Result> {
  const browser = await openBrowser();
  const ours = await serveOurs({ household: FEW, hamlet: MANY });
  const result: Required<Result> = { rows: [], grids: [] };
  try {
    for (const questions of [FEW, MANY]) {
      const { pages, sites } = await servePeers(questions, browser);
      try {
        const our = questions === FEW ? ourHousehold(ours) : ourHamlet(ours);
        const measured = await measure([our, ...pages], browser, { runs, isWhole, questions });
        result.rows.push(...formRows(questions, measured));
        result.grids.push(formGrid(questions, measured));
      } finally {
        for (const site of sites) await site.close();
      }
    }
    return result;
  } finally {
    await browser.close();
    await ours.close();
  }
}
