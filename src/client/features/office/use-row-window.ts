/** Draws only the rows in and near view, so that ten thousand families cost what sixty do. */
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

/** Rows kept ready above and below, so that a key held down never meets an empty place. */
const SPARE = 20;
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

/** `body` is the element that holds the rows; the page itself scrolls. `guess` is a row's height in px until measured. */
export function useRowWindow(body: RefObject<HTMLElement | null>, count: number, guess: number): RowWindow {
  const [rowHeight, setRowHeight] = useState(guess);
  const [range, setRange] = useState({ start: 0, end: SPARE * 3 });
  const start = Math.min(range.start, Math.max(0, count - STEP));
  const end = Math.min(count, range.end);

  useLayoutEffect(() => {
    const drawn = body.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [];
    const [first, last] = [drawn[0], drawn[drawn.length - 1]];
    if (!first || !last || drawn.length < 2) return;
    const measured = (last.getBoundingClientRect().bottom - first.getBoundingClientRect().top) / drawn.length;
    if (measured > 0 && Math.abs(measured - rowHeight) > 0.5) setRowHeight(measured);
  }, [body, rowHeight, start, end]);

  useEffect(() => {
    const look = () => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const inView = Math.floor(-top / rowHeight / STEP) * STEP;
      const next = {
        start: Math.max(0, inView - SPARE),
        end: inView + Math.ceil(window.innerHeight / rowHeight) + SPARE + STEP,
      };
      setRange((now) => (now.start === next.start && now.end === next.end ? now : next));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look, { passive: true });
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [body, rowHeight, count]);

  return {
    start,
    end,
    before: start * rowHeight,
    after: (count - end) * rowHeight,
    reveal(index) {
      if (index >= start && index < end) return;
      const top = (body.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      window.scrollTo({ top: top + index * rowHeight - window.innerHeight / 2 });
      setRange({ start: Math.max(0, index - SPARE), end: index + SPARE });
    },
  };
}
