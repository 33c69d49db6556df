/**
 * The secret of the link one came by. It leaves the address bar at once (history, screenshots, shoulders) and stays with
 * this entry of the history until it is redeemed, so that a reload does not lose it.
 */
import { useCallback, useEffect, useState } from 'react';
import { readFragment, type LinkFragment } from '#protocol/fragment.ts';

export type Link =
  | { kind: 'none' }
  /** A fragment that is no code of ours: cut off on its way. */
  | { kind: 'broken' }
  | { kind: 'link'; fragment: LinkFragment; text: string };

const HELD = 'ghep';

const heldText = (state: unknown): string => {
  const held: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, HELD) : undefined;
  return typeof held === 'string' ? held : '';
};

const linkOf = (text: string): Link => {
  if (text === '') return { kind: 'none' };
  const fragment = readFragment(text);
  return fragment === null ? { kind: 'broken' } : { kind: 'link', fragment, text };
};

/** `hold`: take the fragment out of the address bar; an in-app browser keeps it there for the real browser to open. */
export function useLink(hold: boolean): { link: Link; forget: () => void } {
  const [text, setText] = useState(() => location.hash.slice(1) || heldText(history.state));
  useEffect(() => {
    const arrived = (): void => {
      if (location.hash.length > 1) setText(location.hash.slice(1));
    };
    addEventListener('hashchange', arrived);
    return () => removeEventListener('hashchange', arrived);
  }, []);
  useEffect(() => {
    if (hold && text !== '') history.replaceState({ [HELD]: text }, '', location.pathname);
  }, [hold, text]);
  const forget = useCallback(() => {
    history.replaceState(null, '', location.pathname);
    setText('');
  }, []);
  return { link: linkOf(text), forget };
}
