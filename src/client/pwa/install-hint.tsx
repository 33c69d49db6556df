/** Shown after the first saved draft: the browser's own question where there is one, drawn steps on an iPhone. */
import { lazy, Suspense, type ComponentType } from 'react';
import { install as words } from '#client/messages/install.ts';
import { Button } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { isAppleMobile, isInstalled } from './browser-kind.ts';
import { useInstallState, usePwa } from './pwa-context.tsx';

/** Only an iPhone fetches them; one that cannot now does without a hint. */
const IphoneSteps = lazy((): Promise<{ default: ComponentType }> =>
  import('./iphone-steps.tsx').then(
    (steps) => ({ default: steps.IphoneSteps }),
    () => ({ default: () => null }),
  ),
);

export function InstallHint() {
  const { install } = usePwa();
  const state = useInstallState();
  if (isInstalled()) return null;
  if (state === 'installed') return <p role="status">{words.installed}</p>;
  if (state === 'none' && !isAppleMobile()) return null;
  return (
    <Sheet title={words.installTitle}>
      <p>{words.installText}</p>
      {state === 'offered' ? (
        <Button wide onClick={() => void install.ask()}>
          {words.install}
        </Button>
      ) : (
        <Suspense fallback={null}>
          <IphoneSteps />
        </Suspense>
      )}
    </Sheet>
  );
}
