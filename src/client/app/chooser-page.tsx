/** A shared phone: names only, never a count or an answer; each person opens their own part. */
import { ChevronRight, Lock } from 'lucide-react';
import { useState } from 'react';
import { welcome } from '#client/messages/welcome.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import { Page } from '#client/ui/page.tsx';
import styles from './app.module.css';
import { LargeTextButton } from './large-text-button.tsx';

interface ChooserPageProps {
  profiles: readonly ProfileRow[];
  onChoose: (profile: ProfileRow) => void;
}

/** A family that handed the phone on: its slip opens it, a tap does not. */
const ClosedPage = ({ title, onBack }: { title: string; onBack: () => void }) => (
  <Page
    head={
      <Bar title={welcome.closedTitle} back={onBack}>
        <LargeTextButton />
      </Bar>
    }
    foot={
      <Dock>
        <LinkButton kind="main" href="/ghep">
          {welcome.closedOpen}
        </LinkButton>
      </Dock>
    }
  >
    <p>
      <b>{title}</b>
    </p>
    <p>{welcome.closedText}</p>
  </Page>
);

export function ChooserPage({ profiles, onChoose }: ChooserPageProps) {
  const [closed, setClosed] = useState<ProfileRow | null>(null);
  if (closed !== null) return <ClosedPage title={closed.title} onBack={() => setClosed(null)} />;
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
            <Button
              wide
              className={styles.person}
              onClick={() => (profile.closedAt === undefined ? onChoose(profile) : setClosed(profile))}
            >
              <span>
                {profile.title}
                {profile.link.state === 'lockedOut' && (
                  <small>
                    <Glyph state="lockedOut" /> {welcome.profileLost}
                  </small>
                )}
                {profile.closedAt !== undefined && (
                  <small>
                    <Lock aria-hidden="true" /> {welcome.profileClosed}
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
