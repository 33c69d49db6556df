/** "Chữ to", at the same place on every screen of a family. */
import { common } from '#client/messages/common.ts';
import { Button } from '#client/ui/button.tsx';
import { useSettings } from './settings-context.tsx';

export function LargeTextButton() {
  const { settings, change } = useSettings();
  return (
    <Button aria-pressed={settings.largeText} onClick={() => change({ largeText: !settings.largeText })}>
      {common.largeText}
    </Button>
  );
}
