/** One receipt of a hamlet, a unit or a family entered on its behalf: `/bien-nhan/:opId`. */
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { homeOf } from '#client/app/role-home.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { receipt } from '#client/messages/receipt.ts';
import { stateSentences } from '#client/messages/states.ts';
import { Bar } from '#client/ui/bar.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import { readReceipt } from './read-receipt.ts';
import { ReceiptWaiting } from './receipt-waiting.tsx';
import { ReceiptDock } from '#client/receipt/receipt-dock.tsx';
import { ReceiptSlip } from '#client/receipt/receipt-slip.tsx';

export function ReceiptPage({ opId }: { opId: string }) {
  const workspace = useWorkspace();
  const found = useLive(() => readReceipt(workspace, opId), [workspace, opId]);
  const back = homeOf(workspace.profile.role);
  if (found === undefined) return null;
  const bar = (
    <Bar title={receipt.title} back={back}>
      <LargeTextButton />
    </Bar>
  );
  if (found.kind === 'unknown')
    return (
      <Page head={bar}>
        <EmptyState title={receipt.none} />
      </Page>
    );
  if (found.kind === 'waiting') return <ReceiptWaiting bar={bar} waiting={found} />;
  const { slip, commune } = found;
  const at = { gio: formatTime(slip.receivedAt), ngay: formatDate(slip.receivedAt) };
  const sentence = slip.isSafe ? stateSentences.safe : fill(stateSentences.received, at);
  return (
    <Page
      head={
        <>
          {bar}
          <StateLine state={slip.isSafe ? 'safe' : 'received'} sentence={sentence} />
        </>
      }
      foot={<ReceiptDock slip={slip} commune={commune} />}
    >
      <ReceiptSlip slip={slip} />
      <p className="soft">{receipt.note}</p>
    </Page>
  );
}
