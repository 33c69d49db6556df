/** Rail and desk. The rail names only screens that exist; the state line stands at its foot (visual, principle 5). */
import { Award, FileUp, MessageSquareWarning, MonitorSmartphone, type LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { fill } from '#client/messages/fill.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { office } from '#client/messages/office.ts';
import { OFFICE_HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { officePaperWords } from '#client/messages/office-papers.ts';
import { officeFamily } from '#client/messages/office-family.ts';
import { CampaignPicker, LookingBack } from './campaign-picker.tsx';
import { ContactLine } from './contact-line.tsx';
import { FAMILY_ASKS_PATH } from './family/paths.ts';
import help from './help/help.module.css';
import styles from './office.module.css';
import { NOMINATIONS_PATH } from './papers/paths.ts';
import { screens } from './screens.ts';
import { useCounts } from './today/office-desk.tsx';

interface EntryProps {
  path: string;
  word: string;
  icon: LucideIcon;
  count?: number;
}

function Entry({ path, word, icon: Icon, count = 0 }: EntryProps) {
  const [at] = useLocation();
  const isHere = at === path || at.startsWith(`${path}/`);
  return (
    <Link href={path} aria-current={isHere ? 'page' : undefined}>
      <Icon className={styles.icon} aria-hidden="true" strokeWidth={2.25} />
      <span>{word}</span>
      {count > 0 && (
        <>
          <span className={styles.count} aria-hidden="true">
            {count}
          </span>
          <span className={styles.hidden}>, {fill(officeHelp.waits, { n: String(count) })}</span>
        </>
      )}
    </Link>
  );
}

/** To the screen's own `main`, wherever in the page it stands. */
function skip(event: MouseEvent) {
  event.preventDefault();
  const main = document.getElementById('noi-dung');
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
}

export function OfficeShell({ children }: { children: ReactNode }) {
  const counts = useCounts();
  return (
    <div className={styles.office}>
      <a className={help.skip} href="#noi-dung" onClick={skip}>
        {officeHelp.skip}
      </a>
      <nav className={styles.rail} aria-label={office.railName}>
        <div className={styles.brand}>
          {office.brand}
          <CampaignPicker />
        </div>
        <div className={styles.places}>
          {screens.map(({ path, word, icon, count }) => (
            <Entry
              key={path}
              path={path}
              word={word}
              icon={icon}
              {...(count !== undefined && { count: counts[count] })}
            />
          ))}
          <Entry
            path={FAMILY_ASKS_PATH}
            word={officeFamily.rail}
            icon={MessageSquareWarning}
            count={counts.asks}
          />
          <Entry path={NOMINATIONS_PATH} word={officePaperWords.people.rail} icon={Award} />
          <Entry path={OFFICE_HAND_IN_PATH} word={office.importFile} icon={FileUp} />
          <Entry path="/tinh-trang" word={office.thisDevice} icon={MonitorSmartphone} />
        </div>
        <ContactLine />
      </nav>
      <div className={styles.desk}>
        <LookingBack />
        {children}
      </div>
    </div>
  );
}
