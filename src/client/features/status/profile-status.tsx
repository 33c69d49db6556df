/** The status page of somebody's phone: counts of what was made, sent and waits, beside the phone's own standing. */
import { formatDate, formatNumber, formatTime } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { homeOf } from '#client/app/role-home.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { status } from '#client/messages/status.ts';
import { Sheet } from '#client/ui/sheet.tsx';
import type { Workspace } from '#client/workspace.ts';
import { StatusPage } from './status-page.tsx';
import { Facts } from './facts-list.tsx';

interface Counts {
  made: number;
  sent: number;
  waiting: number;
  setAside: number;
  received: number;
  contactAt: number | null;
}

/** Counts only: never content. */
export async function readCounts(workspace: Workspace): Promise<Counts> {
  const [outbox, receipts, sync] = await Promise.all([
    workspace.outbox(),
    workspace.receipts(),
    workspace.syncState(),
  ]);
  const answered = outbox.filter(({ result }) => result !== undefined && result.verdict !== 'retry');
  const isAside = (verdict: string | undefined): boolean =>
    verdict === 'refused' || verdict === 'quarantined';
  return {
    made: sync.lastSeq,
    // What was thinned out of the outbox had been answered for.
    sent: sync.lastSeq - (outbox.length - answered.length),
    waiting: outbox.length - answered.length,
    setAside: answered.filter(({ result }) => isAside(result?.verdict)).length,
    received: receipts.length,
    contactAt: sync.contactAt,
  };
}

const contactWords = (at: number | null): string =>
  at === null ? status.contactNone : fill(status.contactAt, { gio: formatTime(at), ngay: formatDate(at) });

export function ProfileStatus({ build }: { build: string }) {
  const workspace = useWorkspace();
  const counts = useLive(() => readCounts(workspace), [workspace]);
  return (
    <StatusPage build={build} back={homeOf(workspace.profile.role)} name={workspace.profile.title}>
      {counts !== undefined && (
        <Sheet title={status.counts}>
          <Facts
            facts={[
              [status.made, formatNumber(counts.made)],
              [status.sent, formatNumber(counts.sent)],
              [status.waiting, formatNumber(counts.waiting)],
              [status.setAside, formatNumber(counts.setAside)],
              [status.received, formatNumber(counts.received)],
              [status.contact, contactWords(counts.contactAt)],
            ]}
          />
        </Sheet>
      )}
    </StatusPage>
  );
}
