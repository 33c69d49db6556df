/** Rail and desk. The rail names only places that exist; the state line stands at its foot (visual, principle 5). */
import { Award, FileUp, Inbox, MessageSquareWarning, MonitorSmartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { OFFICE_HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { officePaperWords } from '#client/messages/office-papers.ts';
import { officeFamily } from '#client/messages/office-family.ts';
import { ContactLine } from './contact-line.tsx';
import { FAMILY_ASKS_PATH } from './family/paths.ts';
import { openAsks } from './family/read-family-asks.ts';
import { NOMINATIONS_PATH } from './papers/paths.ts';
import styles from './office.module.css';

/** Commune and year as the rail shows them; empty until they have arrived. */
function usePlace(): string {
  const workspace = useWorkspace();
  return (
    useLive(async () => {
      const [communes, campaigns] = await Promise.all([
        workspace.rows('commune'),
        workspace.rows('campaign'),
      ]);
      const name = communes[0]?.value.name ?? '';
      const year = Math.max(0, ...campaigns.map(({ value }) => value.year));
      if (name === '' || year === 0) return name;
      return fill(office.place, {
        commune: name.charAt(0).toUpperCase() + name.slice(1),
        year: String(year),
      });
    }, [workspace]) ?? ''
  );
}

/** How many objections and requests wait for an answer. */
function useOpenAsks(): number {
  const workspace = useWorkspace();
  const counts = useLive(() => openAsks(workspace), [workspace]);
  return [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}

export function OfficeShell({ children }: { children: ReactNode }) {
  const place = usePlace();
  const asks = useOpenAsks();
  const [path] = useLocation();
  const here = (prefix: string) => (path.startsWith(prefix) ? ('page' as const) : undefined);
  return (
    <div className={styles.office}>
      <nav className={styles.rail} aria-label={office.railName}>
        <p className={styles.brand}>
          {office.brand}
          <small>{place}</small>
        </p>
        <Link
          href="/van-phong"
          aria-current={
            (here(NOMINATIONS_PATH) ?? here(FAMILY_ASKS_PATH)) === undefined ? here('/van-phong') : undefined
          }
        >
          <Inbox className={styles.icon} aria-hidden="true" strokeWidth={2.25} />
          <span>{office.received}</span>
        </Link>
        <Link href={FAMILY_ASKS_PATH} aria-current={here(FAMILY_ASKS_PATH)}>
          <MessageSquareWarning className={styles.icon} aria-hidden="true" strokeWidth={2.25} />
          <span>
            {officeFamily.rail}
            {asks > 0 && ` (${asks})`}
          </span>
        </Link>
        <Link href={NOMINATIONS_PATH} aria-current={here(NOMINATIONS_PATH)}>
          <Award className={styles.icon} aria-hidden="true" strokeWidth={2.25} />
          <span>{officePaperWords.people.rail}</span>
        </Link>
        <Link href={OFFICE_HAND_IN_PATH}>
          <FileUp className={styles.icon} aria-hidden="true" strokeWidth={2.25} />
          <span>{office.importFile}</span>
        </Link>
        <Link href="/tinh-trang" aria-current={here('/tinh-trang')}>
          <MonitorSmartphone className={styles.icon} aria-hidden="true" strokeWidth={2.25} />
          <span>{office.thisDevice}</span>
        </Link>
        <ContactLine />
      </nav>
      <div className={styles.desk}>{children}</div>
    </div>
  );
}
