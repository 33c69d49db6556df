/** In front of lists pulled from the commune: after a fortnight without contact they are hidden until the next one. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { homeOf } from '#client/app/role-home.ts';
import { useLive } from '#client/app/use-live.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { createLockStore, type LockStore } from '#client/db/lock-store.ts';
import type { TableName } from '#client/db/on-change.ts';
import { countOpen, isLeaseOver, LEASE_MS, LEASE_TICK_MS } from '#client/lock/lease.ts';
import { fill } from '#client/messages/fill.ts';
import { leaseWords } from '#client/messages/lock.ts';
import { useNow } from '#client/subject/use-now.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';

const META: readonly TableName[] = ['meta'];
const DAY_MS = 24 * 60 * 60_000;
/** Time the app was open since this contact, by no clock that can be turned; null until it was read. */
function useOpenTime(store: LockStore, contactAt: number | null | undefined): number | null {
  const { profile } = useWorkspace();
  const [openMs, setOpen] = useState<number | null>(null);
  useEffect(() => {
    if (contactAt === undefined) return undefined;
    const count = (ms: number): void => {
      countOpen(store, profile.id, contactAt, ms).then(setOpen, reportError);
    };
    count(0);
    const timer = setInterval(() => count(LEASE_TICK_MS), LEASE_TICK_MS);
    return () => clearInterval(timer);
  }, [store, profile.id, contactAt]);
  return openMs;
}

export function LeaseGate({ children, store: given }: { children: ReactNode; store?: LockStore }) {
  const workspace = useWorkspace();
  const store = useMemo(() => given ?? createLockStore(indexedDB), [given]);
  const contactAt = useLive(async () => (await workspace.syncState()).contactAt, [workspace], META);
  const now = useNow();
  const openMs = useOpenTime(store, contactAt);
  if (contactAt === undefined || openMs === null) return null;
  return isLeaseOver({ contactAt, now, openMs }) ? <LeasePage /> : children;
}

function LeasePage() {
  const workspace = useWorkspace();
  const isTrying = useEnginePhase().kind === 'exchanging';
  const home = homeOf(workspace.profile.role);
  const isOffice = workspace.profile.binding?.kind === 'office';
  return (
    <Page
      head={<Bar title={leaseWords.title} {...(!isOffice && { back: home })} />}
      foot={
        <Dock>
          <Button kind="main" aria-busy={isTrying} onClick={() => workspace.sendNow()}>
            {isTrying ? leaseWords.trying : leaseWords.send}
          </Button>
        </Dock>
      }
    >
      <p role="status">{fill(leaseWords.what, { n: LEASE_MS / DAY_MS })}</p>
      <p>{leaseWords.own}</p>
      <LinkButton href="/hang-cho">{leaseWords.outbox}</LinkButton>
      <LinkButton kind="quiet" href="/tinh-trang">
        {leaseWords.status}
      </LinkButton>
    </Page>
  );
}
