/**
 * What is noted inside a page that shows the form: when its first field can be typed into, when what was typed is on disk,
 * how long each key took to be painted. Times are ms from the navigation.
 */
import type { BrowserContext, Page } from '@playwright/test';

/** Typed into the first field; what is put on disk is searched for it. */
export const SENTINEL = '7';
const SAVED_WITHIN_MS = 500;
const TRIES = 8;
const NEXT_TRY_MS = 1_000;
const WAIT_MS = 180_000;

/** An element that a person would tap on the way to the form, once, as soon as it is there. */
export interface Tap {
  selector: string;
  text?: string;
}

export interface Way {
  taps: readonly Tap[];
  /** The form is shown at an address that begins so. */
  path: string;
}

export interface Noted {
  /** NaN until then. */
  firstFieldAt: number;
  keys: number[];
  puts: { begunAt: number; doneAt: number }[];
  paints: number[];
}

declare global {
  interface Window {
    noted?: Noted;
  }
}

export const FIELD =
  'input:not([type=radio]):not([type=checkbox]):not([type=hidden]):not([type=search]), textarea';

export async function watchForm(context: BrowserContext, way: Way): Promise<void> {
  await context.addInitScript(
    ({ taps, path, field, sentinel }) => {
      const noted: Noted = { firstFieldAt: Number.NaN, keys: [], puts: [], paints: [] };
      window.noted = noted;
      const left = [...taps];
      const look = (): void => {
        for (const [at, { selector, text = '' }] of left.entries()) {
          const all = [...document.querySelectorAll<HTMLElement>(selector)];
          const target = all.find((each) => each.textContent.includes(text));
          if (target === undefined) continue;
          left.splice(at, 1);
          target.click();
          break;
        }
        const first = location.pathname.startsWith(path)
          ? [...document.querySelectorAll<HTMLInputElement>(field)].find((each) => each.offsetParent !== null)
          : undefined;
        if (first === undefined || first.disabled) requestAnimationFrame(look);
        // The main thread has come to the task after.
        else setTimeout(() => (noted.firstFieldAt = performance.now()));
      };
      look();

      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function note(...args) {
        const begunAt = performance.now();
        if (noted.keys.length > 0 && JSON.stringify(args[0])?.includes(sentinel))
          this.transaction.addEventListener('complete', () =>
            noted.puts.push({ begunAt, doneAt: performance.now() }),
          );
        return put.apply(this, args);
      };

      const { port1, port2 } = new MessageChannel();
      const pressed: number[] = [];
      port2.addEventListener('message', () => {
        const at = pressed.shift();
        if (at !== undefined) noted.paints.push(performance.now() - at);
      });
      port2.start();
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          noted.keys.push(timeStamp);
          pressed.push(timeStamp);
          requestAnimationFrame(() => port1.postMessage(null));
        },
        true,
      );
    },
    { ...way, field: FIELD, sentinel: SENTINEL },
  );
}

async function readNoted(page: Page): Promise<Noted> {
  const noted = await page.evaluate(() => window.noted);
  if (noted === undefined) throw new Error('the page was not watched');
  return noted;
}

/** @returns ms from the navigation */
export async function firstFieldAt(page: Page): Promise<number> {
  await page.waitForFunction(() => Number(window.noted?.firstFieldAt) >= 0, undefined, { timeout: WAIT_MS });
  return (await readNoted(page)).firstFieldAt;
}

export interface Usable {
  /** When a key would be on disk within 500 ms; NaN: not in all the tries. */
  usableAt: number;
  /** From that key to the end of its transaction. */
  savedIn: number;
}

/** Types into the first field until a key is on disk in time (`design.md` §6). */
export async function untilUsable(page: Page): Promise<Usable> {
  const shownAt = await firstFieldAt(page);
  await page.locator(FIELD).filter({ visible: true }).first().focus({ timeout: WAIT_MS });
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await page.keyboard.press(SENTINEL);
    await page
      .waitForFunction(
        (puts) => Number(window.noted?.puts.length) > puts,
        (await readNoted(page)).puts.length,
        { timeout: NEXT_TRY_MS * (attempt + 1) },
      )
      .catch(() => undefined);
    const { keys, puts } = await readNoted(page);
    for (const [index, key] of keys.entries()) {
      const saved = puts.find(({ begunAt }) => begunAt > key);
      if (saved === undefined || saved.doneAt - key > SAVED_WITHIN_MS) continue;
      return { usableAt: index === 0 ? shownAt : key, savedIn: saved.doneAt - key };
    }
  }
  return { usableAt: Number.NaN, savedIn: Number.NaN };
}

/** @returns ms from each of `count` keys to the task after the next frame */
export async function keysToPaint(page: Page, count: number): Promise<number[]> {
  await page.locator(FIELD).filter({ visible: true }).first().focus({ timeout: WAIT_MS });
  const before = (await readNoted(page)).paints.length;
  for (let key = 0; key < count; key++) {
    await page.keyboard.press(key % 2 === 0 ? '1' : 'Backspace');
    await page.waitForFunction((painted) => Number(window.noted?.paints.length) > painted, before + key, {
      timeout: WAIT_MS,
    });
  }
  return (await readNoted(page)).paints.slice(before);
}
