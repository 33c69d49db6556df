/** Small parts of the board's page: state marks, bars, tables. Every text passes through `html`, which escapes it. */
import { html } from 'hono/html';
import { boardWords } from '#domain/board/words.ts';
import type { BoardFacts, PublicState } from '#domain/board/facts.ts';

export type Html = ReturnType<typeof html>;

/** One without anything to tell is empty. */
export type Section = (facts: BoardFacts) => Html | '';

/** `{name}` in a text of the catalogue replaced; the result is text still. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values).reduce((done, [name, value]) => done.replaceAll(`{${name}}`, String(value)), text);

/** The state glyphs of the app, once; drawn with `use`. */
export const glyphs = html`<svg width="0" height="0" aria-hidden="true" class="screen">
  <symbol id="draft" viewBox="0 0 24 24">
    <circle
      cx="12"
      cy="12"
      r="9.5"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      stroke-dasharray="3.6 4"
    />
  </symbol>
  <symbol id="received" viewBox="0 0 24 24">
    <path
      fill-rule="evenodd"
      fill="currentColor"
      d="M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21zM10.5 17.7l-4.3-4.3 2-2 2.3 2.3 5.4-6 2 1.9z"
    />
  </symbol>
  <symbol id="underReview" viewBox="0 0 24 24">
    <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2.5" />
    <path
      d="M6.4 12s2-3.7 5.6-3.7 5.6 3.7 5.6 3.7-2 3.7-5.6 3.7S6.4 12 6.4 12z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
    />
    <circle cx="12" cy="12" r="1.9" fill="currentColor" />
  </symbol>
  <symbol id="verified" viewBox="0 0 24 24">
    <path
      fill-rule="evenodd"
      fill="currentColor"
      d="M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21zM5.6 12s2.4-4.2 6.4-4.2 6.4 4.2 6.4 4.2-2.4 4.2-6.4 4.2S5.6 12 5.6 12z"
    />
    <circle cx="12" cy="12" r="2.4" fill="currentColor" />
  </symbol>
  <symbol id="final" viewBox="0 0 24 24">
    <path
      fill-rule="evenodd"
      fill="currentColor"
      d="M12 .8l2.6 2.1 3.3-.5 1.2 3.1 3.1 1.2-.5 3.3 2.1 2-2.1 2.6.5 3.3-3.1 1.2-1.2 3.1-3.3-.5-2.6 2.1-2.6-2.1-3.3.5-1.2-3.1-3.1-1.2.5-3.3L.2 12l2.1-2.6-.5-3.3 3.1-1.2 1.2-3.1 3.3.5zM10.6 17.5l-4.5-4.5 1.9-2 2.5 2.5 5-5.5 2 1.9z"
    />
  </symbol>
</svg>`;

const tones: Partial<Record<PublicState, string>> = {
  draft: 's',
  underReview: 'i',
  verified: 'i',
  final: 'i',
};

export const stateMark = (state: PublicState): Html =>
  state === 'notSent'
    ? html`<span class="soft">${boardWords.states.notSent}</span>`
    : html`<span class="st"
        ><svg class="${tones[state] ?? ''}" aria-hidden="true"><use href="#${state}" /></svg
        ><span>${boardWords.states[state]}</span></span
      >`;

/** How much of a whole, drawn; the figure stands beside it. */
export const bar = (part: number, whole: number): Html => {
  const width = whole === 0 ? 0 : Math.min(1000, Math.floor((part * 1000) / whole));
  return html`<svg
    class="bar"
    viewBox="0 0 1000 10"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="${width}" height="10" />
  </svg>`;
};

/** `heads`: words of the columns; `n:` before one = a column of numbers. */
export const table = (
  caption: string,
  heads: readonly string[],
  rows: readonly Html[],
  // Where a heading above says the same, it is there for the ear alone.
  captionIs: 'said' | 'shown' = 'said',
): Html => {
  const head = heads.map((each) =>
    each.startsWith('n:')
      ? html`<th scope="col" class="n">${each.slice(2)}</th>`
      : html`<th scope="col">${each}</th>`,
  );
  return html`<table class="${captionIs}">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
};
