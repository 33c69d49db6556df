/** Says what happened, what is safe, and lets what was not sent leave: to the commune at once, or as a file. */
import { useState } from 'react';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { RESCUE_TYPE } from '#protocol/rescue.ts';
import { keepCampaign } from '#client/app/keep-campaign.ts';
import type { ProfileRow } from '#client/db/model.ts';
import { LeftFiles } from '#client/features/lock/left-files.tsx';
import { handInWords } from '#client/features/rescue/hand-in-words.ts';
import { handOver } from '#client/form/hand-over.ts';
import { fill } from '#client/messages/fill.ts';
import { killSwitchWords as words } from '#client/messages/kill-switch.ts';
import { rescueWords } from '#client/messages/rescue.ts';
import type { Surroundings } from '#client/sync/open-store.ts';
import { exportUnopened } from '#client/sync/rescue/export-unopened.ts';
import { handInUnread } from '#client/sync/rescue/hand-in.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { RescueExport } from '#client/workspace.ts';

/** What one profile of this phone still holds. */
export interface Kept {
  profile: ProfileRow;
  /** Operations the commune has not answered for. */
  waiting: number | 'unread';
  /** The same, packed already. */
  sealed?: Packed;
}
type Around = Pick<Surroundings, 'indexedDB' | 'pocket' | 'environment'>;
type Made = Extract<RescueExport, { kind: 'file' }>;
type Packed = Pick<Made, 'bytes' | 'name' | 'operations'>;

interface RescuePageProps {
  kept: readonly Kept[] | 'unread';
  surroundings: Around;
}

const figures = (reply: { taken: number; known: number; needsLook: number }): Record<string, string> => ({
  taken: formatNumber(reply.taken),
  known: formatNumber(reply.known),
  needsLook: formatNumber(reply.needsLook),
});

async function handIn({ bytes }: Packed, { environment }: Around): Promise<string> {
  const answer = await handInUnread(environment, bytes);
  return answer.kind === 'taken' ? fill(words.handedIn, figures(answer.reply)) : handInWords(answer);
}

async function save({ bytes, name, operations }: Packed, { title }: ProfileRow): Promise<string> {
  const file = new File([bytes], name, { type: RESCUE_TYPE });
  const over = await handOver(file, fill(rescueWords.shareTitle, { title }));
  if (over === 'cancelled') return '';
  return fill(over === 'shared' ? rescueWords.shared : rescueWords.saved, { n: operations, name });
}

/** A phone that never reached the commune does not know yet whom to write to. */
async function learnCommune({ pocket, environment }: Around): Promise<void> {
  if ((await pocket.campaign()) !== undefined) return;
  // Without a network it says so itself: there is no key to pack the file for.
  await keepCampaign(pocket, environment.build).catch(() => undefined);
}

async function packThen(
  profile: ProfileRow,
  around: Around,
  then: (made: Packed) => Promise<string>,
): Promise<string> {
  await learnCommune(around);
  const made = await exportUnopened(profile, around);
  return made.kind === 'file' ? then(made) : rescueWords[made.kind];
}

function Work({ profile, waiting, sealed, around }: Kept & { around: Around }) {
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState('');

  async function press(then: (made: Packed) => Promise<string>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setNews(rescueWords.exporting);
    try {
      setNews(await (sealed === undefined ? packThen(profile, around, then) : then(sealed)));
    } catch {
      setNews(words.failed);
    } finally {
      setBusy(false);
    }
  }

  if (waiting === 'unread') return <p role="alert">{words.unread}</p>;
  if (waiting === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <p>
        <b>{fill(words.waiting, { n: formatNumber(waiting) })}</b>
      </p>
      <p>{words.how}</p>
      <Button wide kind="main" aria-busy={isBusy} onClick={() => void press((made) => handIn(made, around))}>
        {words.handIn}
      </Button>
      <Button wide aria-busy={isBusy} onClick={() => void press((made) => save(made, profile))}>
        {words.save}
      </Button>
      <p role="status">{news}</p>
    </>
  );
}

export function RescuePage({ kept, surroundings }: RescuePageProps) {
  return (
    <Page head={<Bar title={words.title} />}>
      <p>{words.what}</p>
      <p>
        <b>{words.kept}</b>
      </p>
      <p>{words.later}</p>
      {kept === 'unread' && <p role="alert">{words.unread}</p>}
      {kept !== 'unread' && kept.length === 0 && <p>{words.nobody}</p>}
      {kept !== 'unread' &&
        kept.map((each) => (
          <Sheet key={each.profile.id} title={each.profile.title}>
            <Work {...each} around={surroundings} />
          </Sheet>
        ))}
      <LeftFiles handIn={(bytes) => handInUnread(surroundings.environment, bytes)} />
    </Page>
  );
}
