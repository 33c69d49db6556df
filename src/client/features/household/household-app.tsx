/**
 * A family's whole app: start page, questions, consent, review, sending, receipt. The first page and the questions are
 * in the first download; the database, the engine and what comes after the questions follow while the family reads.
 */
import { useCallback, useState } from 'react';
import type { PublicCampaign } from '#protocol/public.ts';
import { chance, clock } from '#client/app/platform.ts';
import { beginSlip, type Slip } from '#client/db/begin-slip.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import { fill } from '#client/messages/fill.ts';
import { household } from '#client/messages/household.ts';
import type { Workspace } from '#client/workspace.ts';
import { OpenedDraft } from './opened-draft.tsx';
import { StartPage } from './start-page.tsx';

export interface HouseholdAppProps {
  pocket: Pocket;
  campaign: PublicCampaign | undefined;
  /** A slip that was just opened; null when the family comes back without one. */
  slip: Slip | null;
  /** The profile of this slip, or the only one there is; null before "Bắt đầu". */
  profile: ProfileRow | null;
  isInAppBrowser: boolean;
  build: string;
}

export function HouseholdApp(props: HouseholdAppProps) {
  const { pocket, slip, campaign, isInAppBrowser, build } = props;
  const [profile, setProfile] = useState(props.profile);
  const open = useCallback(
    async (opening: ProfileRow, onTrouble: (failure: Error) => void): Promise<Workspace> =>
      (await import('./open-core.ts')).openProfile(opening, { pocket, build, onTrouble }),
    [pocket, build],
  );
  if (profile !== null)
    return <OpenedDraft pocket={pocket} campaign={campaign} profile={profile} open={open} />;
  const start = async (): Promise<void> => {
    if (slip === null) return;
    const words = {
      title: fill(household.profileTitle, { maHo: slip.householdCode }),
      label: household.phoneLabel,
    };
    const begun = await beginSlip(pocket, { clock, chance }, slip, words);
    // The code is used up here: it must not stay in the address bar, in a screenshot or in a shared link.
    history.replaceState(null, '', '/p');
    setProfile(begun);
  };
  return (
    <StartPage
      campaign={campaign}
      householdCode={slip?.householdCode ?? ''}
      isInAppBrowser={isInAppBrowser}
      onStart={start}
    />
  );
}
