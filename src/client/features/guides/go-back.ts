/** A guide is reached from many places: back is where the person came from, as the phone's own button has it. */
import { navigate } from 'wouter/use-browser-location';

/** `otherwise`: where the guide was opened by itself, from a link somebody sent. */
export function goBack(otherwise: string): void {
  if (history.length > 1) history.back();
  else navigate(otherwise, { replace: true });
}
