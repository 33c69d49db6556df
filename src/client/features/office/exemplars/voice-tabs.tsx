/** The two parts of the screen. */
import { Link, useLocation } from 'wouter';
import { exemplarWords as words } from '#client/messages/office-exemplars.ts';
import shared from '../shared.module.css';
import { BULLETINS_PATH, EXEMPLARS_PATH } from './paths.ts';

export function VoiceTabs() {
  const [at] = useLocation();
  const isBulletins = at.startsWith(BULLETINS_PATH);
  return (
    <nav className={shared.tabs} aria-label={words.tabsName}>
      <Link href={EXEMPLARS_PATH} aria-current={isBulletins ? undefined : 'page'}>
        {words.tabs.exemplars}
      </Link>
      <Link href={BULLETINS_PATH} aria-current={isBulletins ? 'page' : undefined}>
        {words.tabs.bulletins}
      </Link>
    </nav>
  );
}
