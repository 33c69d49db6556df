/** Draws only the rows in and near view, so that ten thousand families cost what sixty do. */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Rows kept ready above and below, so that a finger or a key held down does not meet an empty place. */
const SPARE = 20;
/** Rows drawn before anybody has looked: as many as a tall window shows. */
const FIRST = 60;
/** Ranges move in steps: one render per half screen of scrolling, not one per pixel. */
const STEP = 10;

export interface RowWindow {
  start: number;
  end: number;
  /** Heights in px of what is not drawn. */
  before: number;
  after: number;
  /** Brings a row that may not be drawn yet into view. */
  reveal(index: number): void;
}

/** Heights in px as they were drawn; a row not drawn yet is taken for as high as the others on average. */
interface Heights {
  known: (number | undefined)[];
  usual: number;
}

const heightsBetween = ({ known, usual }: Heights, from: number, to: number): number => {
  let sum = 0;
  for (let index = from; index < to; index++) sum += known[index] ?? usual;
  return sum;
};

function usualOf(known: Heights['known'], guess: number): number {
  let sum = 0;
  let measured = 0;
  for (const height of known)
    if (height !== undefined) {
      sum += height;
      measured += 1;
    }
  return measured === 0 ? guess : sum / measured;
}

/**
 * Notes how high rows are that have just been drawn, from `start` on.
 *
 * @returns whether any is not as it was taken for: only then what stands before and after must be reckoned again
 */
function noteHeights(heights: Heights, start: number, rows: Iterable<HTMLElement>, guess: number): boolean {
  const { known, usual } = heights;
  let differs = false;
  let index = start;
  for (const row of rows) {
    const { height } = row.getBoundingClientRect();
    const taken = known[index] ?? usual;
    // Half a pixel is rounding, not another height.
    if (height > 0 && (known[index] === undefined || Math.abs(height - taken) >= 0.5)) known[index] = height;
    if (height > 0 && Math.abs(height - taken) >= 0.5) differs = true;
    index += 1;
  }
  if (differs) heights.usual = usualOf(known, guess);
  return differs;
}

/** The row at this many px from the top of the first. */
function rowAt({ known, usual }: Heights, count: number, px: number): number {
  let left = px;
  let index = 0;
  while (index < count && left >= (known[index] ?? usual)) {
    left -= known[index] ?? usual;
    index += 1;
  }
  return index;
}

const inSteps = (index: number): number => Math.floor(index / STEP) * STEP;

/**
 * `body` is the element that holds the rows, each marked `data-row`; the page itself scrolls. Rows may differ in height:
 * `guess` is one in px until some are drawn; `spare`: rows kept ready above and below what is in sight.
 */
export function useRowWindow(
  body: RefObject<HTMLElement | null>,
  count: number,
  guess: number,
  spare = SPARE,
): RowWindow {
  const heights = useRef<Heights>({ known: [], usual: guess });
  const [, remeasured] = useState(0);
  const [range, setRange] = useState({ start: 0, end: FIRST });
  const start = Math.min(range.start, Math.max(0, count - STEP));
  const end = Math.min(count, range.end);

  useLayoutEffect(() => {
    const rows = body.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
    if (noteHeights(heights.current, start, rows, guess)) remeasured((times) => times + 1);
  }, [body, guess, start, end, count]);

  useEffect(() => {
    const look = () => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const first = inSteps(rowAt(heights.current, count, -top));
      const last = rowAt(heights.current, count, window.innerHeight - top);
      const next = { start: Math.max(0, first - spare), end: inSteps(last) + spare + STEP };
      setRange((now) => (now.start === next.start && now.end === next.end ? now : next));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look, { passive: true });
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [body, count, spare]);

  return {
    start,
    end,
    before: heightsBetween(heights.current, 0, start),
    after: heightsBetween(heights.current, end, count),
    reveal(index) {
      if (index >= start && index < end) return;
      const top = (body.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      window.scrollTo({ top: top + heightsBetween(heights.current, 0, index) - window.innerHeight / 2 });
      setRange({ start: Math.max(0, index - spare), end: index + spare });
    },
  };
}
