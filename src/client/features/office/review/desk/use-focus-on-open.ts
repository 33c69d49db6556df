/** The button one most likely wants has the focus when its dialog opens; the browser would take the first one. */
import { useEffect, useRef, type RefObject } from 'react';

export function useFocusOnOpen(): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  // After the dialog's own effect, which shows it.
  useEffect(() => button.current?.focus(), []);
  return button;
}
