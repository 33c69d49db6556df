/**
 * The one register of keys: each screen hands over its own while it is shown, the frame adds those that act everywhere,
 * and the sheet behind "?" lists what is registered, so that it never names a key the screen at hand does not have.
 */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { useSettings } from '#client/app/settings-context.tsx';
import { useShortcuts } from '../use-shortcuts.ts';

export interface ScreenKey {
  /** As `event.key` names them: "ArrowDown", "r", "Escape". */
  keys: readonly string[];
  /** What they do, in words. */
  does: string;
  /** Absent where the list or field in focus acts by itself. */
  act?: (key: string) => void;
}

interface KeysSeam {
  singleKeys: boolean;
  setSingleKeys: (on: boolean) => void;
  openHelp: () => void;
  isHelpOpen: boolean;
  closeHelp: () => void;
  all: readonly ScreenKey[];
  register: (id: string, keys: readonly ScreenKey[] | null) => void;
}
const KeysContext = createContext<KeysSeam>({
  singleKeys: true,
  setSingleKeys: () => undefined,
  openHelp: () => undefined,
  isHelpOpen: false,
  closeHelp: () => undefined,
  all: [],
  register: () => undefined,
});

/** A screen's own key comes before the frame's for the same one. */
const firstOfEach = (all: readonly ScreenKey[]): ScreenKey[] => {
  const known = new Map<string, ScreenKey>();
  for (const each of all) if (!known.has(each.keys.join())) known.set(each.keys.join(), each);
  return [...known.values()];
};

export function OfficeKeys({ children }: { children: ReactNode }) {
  const { settings, change } = useSettings();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [screens, setScreens] = useState<ReadonlyMap<string, readonly ScreenKey[]>>(new Map());
  const singleKeys = settings.singleKeys ?? true;
  const [register] = useState(() => (id: string, keys: readonly ScreenKey[] | null): void => {
    setScreens((known) => {
      const next = new Map(known);
      next.delete(id);
      if (keys !== null) next.set(id, keys);
      return next;
    });
  });
  // The same for ever: a screen's keys that open the help must not count as new ones at every registration.
  const openHelp = useCallback(() => setHelpOpen(true), []);
  const closeHelp = useCallback(() => setHelpOpen(false), []);
  const seam = useMemo(
    () => ({
      singleKeys,
      setSingleKeys: (on: boolean) => change({ singleKeys: on }),
      openHelp,
      isHelpOpen,
      closeHelp,
      all: firstOfEach([...screens.values()].flat()),
      register,
    }),
    [singleKeys, change, isHelpOpen, screens, register, openHelp, closeHelp],
  );
  return <KeysContext value={seam}>{children}</KeysContext>;
}

export const useOfficeKeys = (): KeysSeam => useContext(KeysContext);

/** `keys` must keep its identity between renders (a constant of the module, or `useMemo`). */
export function useScreenKeys(keys: readonly ScreenKey[], of: 'screen' | 'frame' = 'screen'): void {
  const id = useId();
  const { singleKeys, register } = useOfficeKeys();
  useEffect(() => {
    register(id, keys);
    return () => register(id, null);
  }, [id, keys, register]);
  const acts = useMemo(
    () =>
      Object.fromEntries(
        keys.flatMap(({ keys: names, act }) =>
          act ? names.map((name) => [name, () => act(name)] as const) : [],
        ),
      ),
    [keys],
  );
  useShortcuts(acts, singleKeys, of);
}
