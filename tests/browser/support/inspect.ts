/**
 * What holds for every screen: axe clean in light, dark and large text, nothing sideways at any width or size of text,
 * a picture kept of each.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1366, height: 768 };
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** As the switch does it, as somebody who zooms to 200 % has it, and as it was. */
type TextSize = 'large' | 'double' | 'usual';
/** Looked at for what sticks out; axe has nothing to say of them that it did not say of the phone. The last are pictured. */
const TEXTS: readonly { text: TextSize; widths: readonly number[] }[] = [
  { text: 'double', widths: [360] },
  { text: 'large', widths: [320] },
  { text: 'usual', widths: [320, 360, 768, 1366] },
];
/** `TOUR=whole` (the long lane) looks at every screen in every way; otherwise each is seen once, as most see it. */
const isWhole = process.env['TOUR'] === 'whole';
const NARROWEST: typeof TEXTS = [{ text: 'usual', widths: [320] }];
const setText = (page: Page, size: TextSize): Promise<void> =>
  page.evaluate((wanted) => {
    const { dataset, style } = document.documentElement;
    if (wanted === 'large') dataset['text'] = 'large';
    else delete dataset['text'];
    style.fontSize = wanted === 'double' ? '200%' : '';
  }, size);

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

/** How many pixels stick out sideways for somebody who zooms to 200 %: of a state the tour does not come to. */
export async function overflowInDouble(page: Page): Promise<number> {
  await setText(page, 'double');
  const over = await overflow(page);
  await setText(page, 'usual');
  return over;
}

/** Each with how it was set: the ways of seeing one screen that axe is asked about. */
const LOOKS = [
  { name: 'light', colorScheme: 'light', text: 'usual', rules: 'all' },
  // Only colours change with the theme; everything else was looked at in the first one.
  { name: 'dark', colorScheme: 'dark', text: 'usual', rules: 'colours' },
  { name: 'large text', colorScheme: 'light', text: 'large', rules: 'all' },
] as const;

/** Looks at the screen that is open. @returns what is wrong with it, each with the screen's name */
export async function inspect(
  page: Page,
  name: string,
  info: TestInfo,
  device: 'phone' | 'desk' = 'phone',
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { name: look, colorScheme, text, rules } of isWhole ? LOOKS : LOOKS.slice(0, 1)) {
    await page.emulateMedia({ colorScheme });
    await setText(page, text);
    const found = await unrolled(page, device === 'desk' ? DESK : PHONE, () => findings(page, rules));
    wrong.push(...found.map((finding) => `${name} ${look}: ${finding}`));
  }
  for (const { text, widths } of isWhole ? TEXTS : NARROWEST) {
    await setText(page, text);
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === DESK.width ? DESK.height : PHONE.height });
      if ((await overflow(page)) > 0) wrong.push(`${name} ${width} ${text}: scrolls sideways`);
      if (isWhole && text === 'usual')
        await page.screenshot({ path: info.outputPath(`${name}-${width}.png`) });
    }
  }
  await page.setViewportSize(device === 'desk' ? DESK : PHONE);
  return wrong;
}
