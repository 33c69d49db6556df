/** The browser's own question where there is one, drawn steps on an iPhone. */
import { install as words } from '#client/messages/install.ts';
import { Button } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { InstallState } from './install-offer.ts';
import { IphoneSteps } from './iphone-steps.tsx';
import { usePwa } from './pwa-context.tsx';

export function InstallSheet({ state }: { state: InstallState }) {
  const { install } = usePwa();
  if (state === 'installed') return <p role="status">{words.installed}</p>;
  return (
    <Sheet title={words.installTitle}>
      <p>{words.installText}</p>
      {state === 'offered' ? (
        <Button wide onClick={() => void install.ask()}>
          {words.install}
        </Button>
      ) : (
        <IphoneSteps />
      )}
    </Sheet>
  );
}
