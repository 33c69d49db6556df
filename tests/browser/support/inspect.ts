/** What holds for every screen: axe clean in light and dark at both sizes, nothing sideways at 320 px, a picture kept. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

const SIZES = [
  { name: '360', width: 360, height: 740 },
  { name: '1366', width: 1366, height: 768 },
] as const;
const THEMES = ['light', 'dark'] as const;
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Findings in one line each: the rule, where, and the colours if it is about those. */
async function findings(page: Page, rules: 'all' | 'colours'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  // Only colours change with the theme; everything else was looked at in the first one.
  const { violations, passes } = await (
    rules === 'all' ? axe.withTags(WCAG) : axe.withRules('color-contrast')
  ).analyze();
  // An axe that looked at nothing would be clean too.
  expect(passes.length).toBeGreaterThan(rules === 'all' ? 5 : 0);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id} ${target.join(' ')}: ${failureSummary.split('\n').slice(1).join(' ').trim()}`,
    ),
  );
}

const TALLEST = 4000;
const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

/**
 * As tall as the page, so that what lies under a bar that sticks is scrolled to and not covered; looked at again when
 * the page grew meanwhile (its rows came).
 */
async function unrolled<T>(
  page: Page,
  { width, height }: { width: number; height: number },
  look: () => Promise<T>,
): Promise<T> {
  await page.setViewportSize({ width, height });
  for (let tall = height; ;) {
    tall = Math.min(Math.max(await heightOf(page), tall), TALLEST);
    await page.setViewportSize({ width, height: tall });
    const seen = await look();
    if (tall === TALLEST || (await heightOf(page)) <= tall) return seen;
  }
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looks at the screen that is open. @returns what is wrong with it, each with the screen's name */
export async function inspect(page: Page, name: string, info: TestInfo): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name: size, ...viewport } of SIZES) {
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      const rules = colorScheme === 'light' ? 'all' : 'colours';
      const found = await unrolled(page, viewport, () => findings(page, rules));
      wrong.push(...found.map((text) => `${name} ${size} ${colorScheme}: ${text}`));
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(viewport);
    await page.screenshot({ path: info.outputPath(`${name}-${size}.png`) });
    if ((await overflow(page)) > 0) wrong.push(`${name} ${size}: scrolls sideways`);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  if ((await overflow(page)) > 0) wrong.push(`${name} 320: scrolls sideways`);
  return wrong;
}
