/** After "Xóa": nothing is left on this phone, nothing went to the commune. */
import { consent } from '#client/messages/consent.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Page } from '#client/ui/page.tsx';
import { household } from '#client/messages/household.ts';

export const ErasedPage = () => (
  <Page head={<Bar title={household.title} />}>
    <p role="status">{consent.erased}</p>
  </Page>
);
