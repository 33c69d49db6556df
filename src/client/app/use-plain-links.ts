/**
 * Ordinary links inside the app change the address without loading the page again; the family's form is a page of its
 * own and is loaded. Middle clicks, modifiers, downloads and other sites stay the browser's.
 */
import { useEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';

const isOurs = (link: HTMLAnchorElement): boolean =>
  link.origin === location.origin &&
  link.target === '' &&
  !link.hasAttribute('download') &&
  link.pathname !== '/p' &&
  !link.pathname.startsWith('/api/');

export function usePlainLinks(): void {
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return;
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || !link.hasAttribute('href') || !isOurs(link)) return;
      event.preventDefault();
      navigate(link.pathname + link.search + link.hash);
      scrollTo(0, 0);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}
