/** The three places of a hamlet (two of a unit), with the count of what has not arrived. */
import { House, Send, Users } from 'lucide-react';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { useLive } from '#client/app/use-live.ts';
import { navWords } from '#client/messages/hamlet.ts';
import { Nav, type NavItem } from '#client/ui/nav.tsx';
import { countPending, pendingItems } from './pending-items.ts';
import { readPending } from './read-pending.ts';

/** How many things have not arrived; undefined while it is being read. */
export function usePendingCount(): number | undefined {
  const workspace = useWorkspace();
  const phase = useEnginePhase();
  const rows = useLive(() => readPending(workspace), [workspace]);
  return rows && countPending(pendingItems({ ...rows, phase }));
}

export function SubjectNav({ current }: { current: string }) {
  const { profile } = useWorkspace();
  const count = usePendingCount() ?? 0;
  const outbox: NavItem = { href: '/hang-cho', label: navWords.outbox, icon: <Send />, count };
  if (profile.role === 'unitContact') {
    const home = { href: '/don-vi', label: navWords.unitHome, icon: <House /> };
    return <Nav label={navWords.label} current={current} items={[home, outbox]} />;
  }
  const items = [
    { href: '/xom', label: navWords.home, icon: <House /> },
    { href: '/cac-ho', label: navWords.households, icon: <Users /> },
    outbox,
  ];
  return <Nav label={navWords.label} current={current} items={items} />;
}
