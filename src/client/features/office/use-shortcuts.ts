/** Keys of the office. Single characters can be turned off (WCAG 2.1.4) and never act while one is writing. */
import { useLayoutEffect } from 'react';

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;

/**
 * `keys` maps `event.key` to what it does. Esc acts everywhere but inside a dialog, which closes itself. `of`: what the
 * screen does with a key comes before what the frame around it would, whichever of them was there first.
 */
export function useShortcuts(
  keys: Readonly<Record<string, () => void>>,
  singleKeys: boolean,
  of: 'screen' | 'frame' = 'screen',
): void {
  // There with the screen, not a moment after it: an officer's fingers are quicker than a busy machine.
  useLayoutEffect(() => {
    const place: EventTarget = of === 'screen' ? document : window;
    const onKey = (event: Event) => {
      if (!(event instanceof KeyboardEvent)) return;
      const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (!act || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== 'Escape' && (isWriting(event.target) || (event.key.length === 1 && !singleKeys)))
        return;
      if (
        event.key === 'Escape' &&
        event.target instanceof HTMLElement &&
        event.target.closest('dialog, textarea')
      )
        return;
      event.preventDefault();
      act();
    };
    place.addEventListener('keydown', onKey);
    return () => place.removeEventListener('keydown', onKey);
  }, [keys, singleKeys, of]);
}
