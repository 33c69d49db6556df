/**
 * A family's whole app: start page, questions, consent, review, sending, receipt. The first page and the questions are
 * in the first download; the database, the engine and what comes after the questions follow while the family reads.
 */
import { useCallback, useEffect, useState } from 'react';
import type { PublicCampaign } from '#protocol/public.ts';
import { chooseProfile } from '#client/app/chosen-profile.ts';
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
  const [isClosed, setClosed] = useState(false);
  const open = useCallback(
    async (opening: ProfileRow, onTrouble: (failure: Error) => void): Promise<Workspace> =>
      (await import('./open-core.ts')).openProfile(opening, { pocket, build, onTrouble }),
    [pocket, build],
  );
  useEffect(() => {
    if (profile === null) return;
    // Its other pages know whose they are; the code must not stay in the address bar, in a screenshot or a shared link.
    chooseProfile(profile.id);
    history.replaceState(history.state, '', '/p');
  }, [profile]);
  // Nothing of the family is left on the page that the browser may keep for its way back.
  if (isClosed) return null;
  if (profile !== null) {
    const close = async (): Promise<void> => {
      await (await import('#client/app/close-profile.ts')).closeProfile(pocket, profile.id);
      setClosed(true);
      location.replace('/');
    };
    return <OpenedDraft pocket={pocket} campaign={campaign} profile={profile} open={open} onClose={close} />;
  }
  const begin = async (): Promise<ProfileRow | null> => {
    if (slip === null) return null;
    const words = {
      title: fill(household.profileTitle, { maHo: slip.householdCode }),
      label: household.phoneLabel,
    };
    return beginSlip(pocket, { clock, chance }, slip, words);
  };
  const start = async (): Promise<void> => setProfile(await begin());
  const openData = async (): Promise<void> => {
    chooseProfile((await begin())?.id ?? '');
    location.replace('/du-lieu');
  };
  return (
    <StartPage
      // What this phone knows of another commune is no word of this one.
      campaign={campaign?.commune.id === slip?.communeId ? campaign : undefined}
      householdCode={slip?.householdCode ?? ''}
      isInAppBrowser={isInAppBrowser}
      onStart={start}
      onData={openData}
    />
  );
}
