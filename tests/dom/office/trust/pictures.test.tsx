/** Two pictures side by side: one that is on its way is told from one that did not come. */
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { WorkspaceProvider } from '#client/app/workspace-context.tsx';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { OfficeDesk } from '#client/features/office/today/office-desk.tsx';
import { TrustApp } from '#client/features/office/trust/trust-app.tsx';
import { photoWords } from '#client/messages/photos.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';
import { sharedPicture } from './made-trust.ts';

afterEach(() => vi.unstubAllGlobals());

/** Pictures that come into view when the test says so. */
function holdViews(): () => void {
  const held: (() => void)[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
        held.push(() => tell([{ isIntersecting: true }]));
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
  return () => held.forEach((show) => show());
}

test('a picture that comes into view says that it is being fetched, and only one that did not come says so', async () => {
  const comeIntoView = holdViews();
  const { promise, resolve } = Promise.withResolvers<ArrayBuffer | null>();
  const opened = await openSubject({ role: 'officer', rows: sharedPicture() });
  opened.show(
    <WorkspaceProvider workspace={{ ...opened.workspace, photoBytes: () => promise }}>
      <OfficeKeys>
        <OfficeDesk>
          <TrustApp />
        </OfficeDesk>
      </OfficeKeys>
    </WorkspaceProvider>,
    '/kiem-tra-lai?xem=photos',
  );
  const list = await screen.findByRole('list', { name: 'Hai ảnh đặt cạnh nhau' });
  const said: string[] = [];
  const watch = new MutationObserver((records) => {
    for (const { addedNodes } of records) said.push(...[...addedNodes].map((node) => node.textContent ?? ''));
  });
  watch.observe(list, { childList: true, subtree: true });
  act(comeIntoView);
  await waitFor(() => expect(said).toContain(photoWords.fetching));
  expect(said).not.toContain(photoWords.notHere);
  // The control: neither this machine nor the commune has it.
  await act(async () => resolve(null));
  await waitFor(() => expect(list).toHaveTextContent(photoWords.notHere));
  watch.disconnect();
});
