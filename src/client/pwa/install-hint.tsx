/** Shown after the first saved draft, where the app can be put on the home screen and is not there yet. */
import { lazy, Suspense, type ComponentType } from 'react';
import { isAppleMobile, isInstalled } from './browser-kind.ts';
import type { InstallState } from './install-offer.ts';
import { useInstallState } from './pwa-context.tsx';

/** Words and drawings stay out of the way to a sent form; a phone that cannot fetch them now does without a hint. */
const InstallSheet = lazy((): Promise<{ default: ComponentType<{ state: InstallState }> }> =>
  import('./install-sheet.tsx').then(
    ({ InstallSheet: Loaded }) => ({ default: Loaded }),
    () => ({ default: () => null }),
  ),
);

export function InstallHint() {
  const state = useInstallState();
  if (isInstalled() || (state === 'none' && !isAppleMobile())) return null;
  return (
    <Suspense fallback={null}>
      <InstallSheet state={state} />
    </Suspense>
  );
}
