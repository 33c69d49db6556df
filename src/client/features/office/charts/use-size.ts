/** Width of a chart and its text's size in px, so that letters stay letters at any width and any text size. */
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

export interface Size {
  width: number;
  em: number;
}
const FIRST: Size = { width: 640, em: 15 };

export function useSize(): [RefObject<HTMLDivElement | null>, Size] {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(FIRST);
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return undefined;
    const measure = (): void => {
      const width = box.clientWidth;
      const em = Number.parseFloat(getComputedStyle(box).fontSize);
      if (width > 0 && em > 0) setSize((old) => (old.width === width && old.em === em ? old : { width, em }));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);
  return [ref, size];
}
