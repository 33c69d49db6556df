/** A shared phone: names only, never a count or an answer; each person opens their own part. */
import { ChevronRight } from 'lucide-react';
import { welcome } from '#client/messages/welcome.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import { Page } from '#client/ui/page.tsx';
import styles from './app.module.css';
import { LargeTextButton } from './large-text-button.tsx';

interface ChooserPageProps {
  profiles: readonly ProfileRow[];
  onChoose: (profile: ProfileRow) => void;
}

export function ChooserPage({ profiles, onChoose }: ChooserPageProps) {
  const newestFirst = [...profiles].sort((a, b) => b.usedAt - a.usedAt);
  return (
    <Page
      head={
        <Bar title={welcome.chooserTitle}>
          <LargeTextButton />
        </Bar>
      }
    >
      <p>{welcome.chooserText}</p>
      <ul className={styles.people}>
        {newestFirst.map((profile) => (
          <li key={profile.id}>
            <Button wide className={styles.person} onClick={() => onChoose(profile)}>
              <span>
                {profile.title}
                {profile.link.state === 'lockedOut' && (
                  <small>
                    <Glyph state="lockedOut" /> {welcome.profileLost}
                  </small>
                )}
              </span>
              <ChevronRight />
            </Button>
          </li>
        ))}
      </ul>
      <LinkButton kind="quiet" href="/ghep">
        {welcome.another}
      </LinkButton>
    </Page>
  );
}
