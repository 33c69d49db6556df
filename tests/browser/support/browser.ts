/** Browser profiles that outlive their browser, as a phone's does, and the guards every page is opened under. */
import {
  chromium,
  expect,
  test,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
  type Locator,
  type Page,
} from '@playwright/test';

export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};
export const DESK: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };

/** Opens a browser on a profile's folder; what the app keeps stays there when the browser is closed. */
export function openProfile(
  folder: string,
  device: BrowserContextOptions & Pick<LaunchOptions, 'ignoreDefaultArgs'> = PHONE,
): Promise<BrowserContext> {
  const { launchOptions, locale, timezoneId } = test.info().project.use;
  return chromium.launchPersistentContext(folder, {
    ...launchOptions,
    ...device,
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
  });
}

/** The tab a browser starts with. */
export const firstTab = async (context: BrowserContext): Promise<Page> =>
  context.pages()[0] ?? (await context.newPage());

/** The worker has everything and the page is under it: from here on the app opens without a network. */
export async function underWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state ?? 'none'))
    .toBe('activated');
}

/** A state word where a state word stands: in the state line it ends with a full stop, in lists it does not. */
export const says = (page: Page, word: string): Locator =>
  page
    .getByText(new RegExp(`^${word}\\.?$`))
    .filter({ visible: true })
    .first();

/** What a page must never do, collected from the moment it is opened. */
export interface Watch {
  violations: string[];
  foreign: string[];
  errors: string[];
}

/** Call before the first navigation. `origin`: the only place anything may be asked of. */
export async function watch(context: BrowserContext, origin: string): Promise<Watch> {
  const seen: Watch = { violations: [], foreign: [], errors: [] };
  await context.exposeBinding('reportViolation', (_source, text: string) => seen.violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportViolation');
      if (typeof report === 'function')
        report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) seen.foreign.push(url);
  });
  const listen = (page: Page) => {
    page.on('pageerror', (error) => seen.errors.push(String(error.stack ?? error)));
    page.on('console', (message) => {
      if (message.type() === 'error') seen.errors.push(message.text());
      if (/Content.Security.Policy|Trusted ?Type/i.test(message.text())) seen.violations.push(message.text());
    });
  };
  context.pages().forEach(listen);
  context.on('page', listen);
  return seen;
}
