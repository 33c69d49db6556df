import { places } from '../places.ts';

/** Does a screen stand at this address? Links to others' screens ask first, so that none leads nowhere. */
export const hasPlace = (href: string): boolean =>
  places.some(({ path }) => href.split('?')[0]?.startsWith(path) === true);
