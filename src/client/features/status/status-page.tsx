/** Tình trạng máy này: storage, whether it is promised, readiness without a network, build, install, appearance. */
import { useEffect, useState, type ReactNode } from 'react';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { useSettings } from '#client/app/settings-context.tsx';
import { status } from '#client/messages/status.ts';
import { askToPersist } from '#client/pwa/ask-to-persist.ts';
import { InstallHint } from '#client/pwa/install-hint.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { ChoiceGroup } from '#client/ui/choice.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { Facts } from './facts-list.tsx';
import { readStanding, sizeWords, type Standing } from './standing.ts';
import styles from './status.module.css';
import { fill } from '#client/messages/fill.ts';

interface StatusPageProps {
  build: string;
  back?: string;
  name?: string;
  /** Counts of the profile, first. */
  children?: ReactNode;
  /** For whoever helps. */
  help?: ReactNode;
}

function Storage({ standing, onAsk }: { standing: Standing; onAsk: () => void }) {
  const { used, quota, isPersisted } = standing;
  const isKnown = used !== null && quota !== null && quota > 0;
  const words = isKnown
    ? fill(status.used, { dung: sizeWords(used), tong: sizeWords(quota) })
    : status.unknown;
  return (
    <Sheet title={status.storage}>
      {isKnown && <progress className={styles.gauge} max={quota} value={used} aria-label={words} />}
      <p>{words}</p>
      <p>{isPersisted ? status.persisted : status.notPersisted}</p>
      {!isPersisted && (
        <Button small onClick={onAsk}>
          {status.askPersist}
        </Button>
      )}
    </Sheet>
  );
}

function Appearance() {
  const { settings, change } = useSettings();
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({
    value,
    label: status.themes[value],
  }));
  return (
    <Sheet title={status.appearance}>
      <ChoiceGroup
        small
        label={status.theme}
        options={themes}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      />
    </Sheet>
  );
}

export function StatusPage({ build, back = '/', name, children, help }: StatusPageProps) {
  const [standing, setStanding] = useState<Standing | null>(null);
  const look = async (): Promise<void> => setStanding(await readStanding());
  useEffect(() => {
    void look();
  }, []);
  return (
    <Page
      head={
        <Bar title={status.title} back={back}>
          <LargeTextButton />
        </Bar>
      }
    >
      {name === undefined ? <p>{status.noProfile}</p> : <p>{name}</p>}
      {children}
      {standing !== null && (
        <>
          <Storage standing={standing} onAsk={() => void askToPersist().then(look)} />
          <Sheet title={status.offline}>
            <p>{standing.isOfflineReady ? status.offlineReady : status.offlineNotReady}</p>
          </Sheet>
        </>
      )}
      <Sheet title={status.help}>
        {help ?? (
          <LinkButton kind="quiet" small href={HAND_IN_PATH}>
            {status.handIn}
          </LinkButton>
        )}
      </Sheet>
      <InstallHint />
      <Appearance />
      <Facts facts={[[status.build, build]]} />
    </Page>
  );
}
