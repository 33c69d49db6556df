/** The frame of every page about one household: read live, or said that it is not known here. */
import type { ReactNode } from 'react';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { proxyWords } from '#client/messages/households.ts';
import { Bar } from '#client/ui/bar.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { readCard, type CardRows } from './read-card.ts';

interface CardScreenProps {
  id: string;
  title: string | ((rows: CardRows) => string);
  back: string;
  foot?: (rows: CardRows) => ReactNode;
  children: (rows: CardRows) => ReactNode;
}

export function CardScreen({ id, title, back, foot, children }: CardScreenProps) {
  const workspace = useWorkspace();
  const rows = useLive(() => readCard(workspace, id), [workspace, id]);
  const said = typeof title === 'string' ? title : rows ? title(rows) : '';
  return (
    <Page head={<Bar title={said} back={back} />} foot={rows && foot?.(rows)}>
      {rows === undefined && <p role="status">{common.loading}</p>}
      {rows === null && (
        <EmptyState title={proxyWords.unknownTitle}>
          <p>{proxyWords.unknown}</p>
        </EmptyState>
      )}
      {rows && children(rows)}
    </Page>
  );
}
