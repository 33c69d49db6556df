import { useLayoutEffect, type RefObject } from 'react';

/**
 * Tells the style sheet how far below the page's top an element begins (`--above`, px), so that what is in it can be as
 * high as what is left of the window. Follows whatever grows or goes above it.
 */
export function useAbove(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const own = element.current;
    const over = own?.parentElement;
    if (!own || !over || typeof ResizeObserver === 'undefined') return undefined;
    let last = -1;
    const measure = (): void => {
      const above = Math.round(own.getBoundingClientRect().top + window.scrollY);
      if (above === last) return;
      last = above;
      own.style.setProperty('--above', `${above}px`);
    };
    measure();
    const watch = new ResizeObserver(measure);
    const head = over.previousElementSibling;
    for (const each of [over, ...over.children, ...(head ? [head] : [])]) watch.observe(each);
    return () => watch.disconnect();
  }, [element]);
}
