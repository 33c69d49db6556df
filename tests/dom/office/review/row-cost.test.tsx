/** What scrolling a long list costs, in figures that need no clock: rows put into the page, rows rendered. */
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Entry } from '#client/features/office/entries.ts';
import { readFilter } from '#client/features/office/review/list/filter.ts';
import { ListTable } from '#client/features/office/review/list/list-table.tsx';
import { makeCommune } from '../made-entries.ts';

const MANY = 2_000;
/** Rows in sight, ten kept ready on either side, and a step. */
const MOST_ROWS = 50;
const ROW = 40;
/** Every seventh row goes on over a second line, as long names do. */
const TALL = 58;

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** A page with sizes, which the test's own has not: a body of rows scrolled by `to`. */
function planScrolling(heightOf: (index: number) => number) {
  let at = 0;
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function rect(
    this: HTMLElement,
  ) {
    const index = Number(this.getAttribute('aria-rowindex') ?? 2) - 2;
    if (this.tagName === 'TR') return new DOMRect(0, 0, 900, heightOf(index));
    return new DOMRect(0, this.tagName === 'TBODY' ? -at : 0, 900, 0);
  });
  const scrollTo = (to: number): void => {
    at = to;
    act(() => {
      window.dispatchEvent(new Event('scroll'));
    });
  };
  const revealed = (options: unknown): void => {
    if (typeof options === 'object' && options !== null && 'top' in options) at = Number(options.top);
  };
  vi.spyOn(window, 'scrollTo').mockImplementation(revealed);
  return scrollTo;
}

/** The list, with a count of how often any of its rows was rendered. */
function openList(heightOf: (index: number) => number) {
  const scrollTo = planScrolling(heightOf);
  const seen = { renders: 0 };
  const entries = makeCommune(MANY).entries.map((entry): Entry =>
    Object.defineProperty({ ...entry }, 'receivedAt', {
      get: () => {
        seen.renders += 1;
        return entry.receivedAt;
      },
    }),
  );
  const nothing = (): void => undefined;
  render(
    <ListTable
      entries={entries}
      filter={readFilter('')}
      change={nothing}
      activeId=""
      picking={null}
      onActive={nothing}
      onOpen={nothing}
    />,
  );
  const rows = (): Set<Element> => new Set(document.querySelectorAll('tr[data-row]'));
  const costOf = (act: () => void) => {
    const before = rows();
    seen.renders = 0;
    act();
    const after = rows();
    return { drawn: [...after].filter((row) => !before.has(row)).length, rendered: seen.renders };
  };
  return { entries, seen, rows, scrollTo, costOf };
}

test('a jump renders each new row once and no other, rows of two heights', () => {
  const heightOf = (index: number): number => (index % 7 === 0 ? TALL : ROW);
  const { scrollTo, costOf, rows } = openList(heightOf);
  scrollTo(0);
  for (const to of [1_500, 61_500, 21_500]) {
    const { drawn, rendered } = costOf(() => scrollTo(to));
    expect(drawn).toBeGreaterThan(0);
    expect(rendered).toBe(drawn);
    expect(rows().size).toBeLessThanOrEqual(MOST_ROWS);
  }
  // Half a screen further: a step's worth of rows, not a window's.
  scrollTo(31_500);
  const { drawn, rendered } = costOf(() => scrollTo(31_500 + 10 * ROW));
  expect(rendered).toBe(drawn);
  expect(drawn).toBeLessThanOrEqual(20);
});

test('a key held down walks row by row past what was drawn, and End and Home go to the last and the first', async () => {
  const { entries, rows, costOf } = openList(() => ROW);
  const user = userEvent.setup({ delay: null });
  const idAt = (index: number): string => entries[index]?.id ?? '';
  const focused = (): string => document.activeElement?.getAttribute('data-id') ?? '';
  act(() => document.querySelector<HTMLElement>(`[data-id="${idAt(0)}"]`)?.focus());
  for (let index = 1; index <= 45; index++) {
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe(idAt(index));
    expect(rows().size).toBeLessThanOrEqual(MOST_ROWS);
  }
  // Two rows change by a step among those drawn: the one left and the one come to.
  const link = document.activeElement;
  const { rendered } = costOf(() => link && fireEvent.keyDown(link, { key: 'ArrowUp' }));
  expect(focused()).toBe(idAt(44));
  expect(rendered).toBe(2);
  await user.keyboard('{End}');
  expect(focused()).toBe(idAt(MANY - 1));
  await user.keyboard('{Home}');
  expect(focused()).toBe(idAt(0));
});
