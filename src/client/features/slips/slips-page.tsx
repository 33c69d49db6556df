/** A hamlet's slips: the desk of `subject/slips` with the phone's bar and dock around it. */
import { Printer } from 'lucide-react';
import { useSearchParams } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { slipWords } from '#client/messages/slips.ts';
import { HOUSEHOLDS_PATH } from '#client/subject/households-path.ts';
import { SlipsDesk } from '#client/subject/slips/slips-desk.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { readSlips, type SlipRows } from '#client/subject/slips/read-slips.ts';

function Slips({ rows: { entries, facts } }: { rows: SlipRows }) {
  const [search] = useSearchParams();
  const oneId = search.get('ho');
  return (
    <SlipsDesk
      entries={entries}
      facts={facts}
      one={entries.find(({ household }) => household.id === oneId)}
      other={<LinkButton href={HOUSEHOLDS_PATH}>{slipWords.proxy}</LinkButton>}
      frame={({ body, issued, isAsking, onAsk, onBack }) => (
        <Page
          head={<Bar title={slipWords.title} back={issued ? onBack : HOUSEHOLDS_PATH} />}
          foot={
            <Dock>
              {issued ? (
                <Button kind="main" icon={<Printer />} onClick={() => window.print()}>
                  {fill(slipWords.print, { n: issued.slips.length })}
                </Button>
              ) : (
                <Button kind="main" disabled={isAsking} onClick={onAsk}>
                  {isAsking ? slipWords.getting : slipWords.get}
                </Button>
              )}
            </Dock>
          }
        >
          {body}
        </Page>
      )}
    />
  );
}

export function SlipsPage() {
  const workspace = useWorkspace();
  const rows = useLive(() => readSlips(workspace), [workspace]);
  if (rows && rows.entries.length > 0) return <Slips rows={rows} />;
  return (
    <Page head={<Bar title={slipWords.title} back={HOUSEHOLDS_PATH} />}>
      {rows ? (
        <EmptyState
          title={slipWords.nobody}
          action={<LinkButton href={HOUSEHOLDS_PATH}>{slipWords.proxy}</LinkButton>}
        />
      ) : (
        <p role="status">{common.loading}</p>
      )}
    </Page>
  );
}
