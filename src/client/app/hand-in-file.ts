/** Another phone's file, handed in by whoever has a network; this phone needs to be nobody's for it. */
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import type { RescueHandIn } from '#client/workspace.ts';

export async function handInFile(bytes: Uint8Array<ArrayBuffer>, build: string): Promise<RescueHandIn> {
  const { handInUnread } = await import('#client/sync/rescue/hand-in.ts');
  return handInUnread(createBrowserEnvironment(build), bytes);
}
