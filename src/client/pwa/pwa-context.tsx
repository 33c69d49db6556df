/** Installing and updating, for the screens that speak of it. */
import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { InstallOffer, InstallState } from './install-offer.ts';
import type { Updates } from './updates.ts';

export interface Pwa {
  install: InstallOffer;
  updates: Updates;
}
const PwaContext = createContext<Pwa | null>(null);

export const PwaProvider = ({ pwa, children }: { pwa: Pwa; children: ReactNode }) => (
  <PwaContext value={pwa}>{children}</PwaContext>
);

/** @throws Error outside `PwaProvider`. */
export function usePwa(): Pwa {
  const pwa = useContext(PwaContext);
  if (pwa === null) throw new Error('usePwa outside PwaProvider');
  return pwa;
}

export function useInstallState(): InstallState {
  const { install } = usePwa();
  return useSyncExternalStore(install.subscribe, install.state);
}

export function useUpdateWaiting(): boolean {
  const { updates } = usePwa();
  return useSyncExternalStore(updates.subscribe, updates.isWaiting);
}
