/** The person's own settings of this installation: large text and theme; kept in the pocket, applied to the page. */
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { Pocket, Settings } from '#client/db/pocket.ts';

interface SettingsSeam {
  settings: Settings;
  change: (part: Partial<Settings>) => void;
}
const SettingsContext = createContext<SettingsSeam | null>(null);

/** Puts the settings on `<html>`, where tokens and base styles read them. */
export function applySettings({ largeText, theme }: Settings): void {
  const { dataset } = document.documentElement;
  if (largeText) dataset['text'] = 'large';
  else delete dataset['text'];
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}

interface SettingsProviderProps {
  pocket: Pick<Pocket, 'saveSettings'>;
  first: Settings;
  children: ReactNode;
}

export function SettingsProvider({ pocket, first, children }: SettingsProviderProps) {
  const [settings, setSettings] = useState(first);
  const change = useCallback(
    (part: Partial<Settings>) => {
      const next = { ...settings, ...part };
      setSettings(next);
      applySettings(next);
      // A setting that could not be kept is asked for again next time; nothing of the person's is lost.
      pocket.saveSettings(next).catch(() => undefined);
    },
    [pocket, settings],
  );
  const seam = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext value={seam}>{children}</SettingsContext>;
}

/** @throws Error outside `SettingsProvider`. */
export function useSettings(): SettingsSeam {
  const seam = useContext(SettingsContext);
  if (seam === null) throw new Error('useSettings outside SettingsProvider');
  return seam;
}
