/** Rail and desk. The rail names only screens that exist; the state line stands at its foot (visual, principle 5). */
import type { MouseEvent, ReactNode } from 'react';
import { WarnId } from '#client/form/warn-id.tsx';
import { officeHelp } from '#client/messages/office-help.ts';
import { office } from '#client/messages/office.ts';
import { CampaignPicker, LookingBack } from './campaign-picker.tsx';
import { ContactLine } from './contact-line.tsx';
import help from './help/help.module.css';
import styles from './office.module.css';
import { RailPlaces } from './rail-places.tsx';
import { RefusedNotices } from './refused/refused-notices.tsx';
import { SessionNotice } from './session/session-notice.tsx';

/** To the screen's own `main`, wherever in the page it stands. */
function skip(event: MouseEvent) {
  event.preventDefault();
  const main = document.getElementById('noi-dung');
  if (main === null) return;
  main.tabIndex = -1;
  main.focus();
}

export function OfficeShell({ children }: { children: ReactNode }) {
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
        <RailPlaces />
        <ContactLine />
      </nav>
      <div className={styles.desk}>
        <SessionNotice />
        <WarnId />
        <LookingBack />
        <RefusedNotices />
        {children}
      </div>
    </div>
  );
}
