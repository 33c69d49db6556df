import { welcome } from '#client/messages/welcome.ts';
import { Bar } from '#client/ui/bar.tsx';
import { LinkButton } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';

export const NotFoundPage = () => (
  <Page head={<Bar title={welcome.notFoundTitle} />}>
    <EmptyState title={welcome.notFound} action={<LinkButton href="/">{welcome.home}</LinkButton>} />
  </Page>
);
