/** Everything but a family's form: which screen an address is, and for whom. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { PublicCampaign } from '#protocol/public.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
import { GUIDES_PATH } from '#client/form/guide-path.ts';
import { PUBLIC_FEEDBACK_PATH } from '#client/subject/feedback-path.ts';
import { HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { SCAN_PATH } from '#client/subject/scan-path.ts';
import { chooseProfile, chosenProfileId } from './chosen-profile.ts';
import { ChooserPage } from './chooser-page.tsx';
import { GuardedProfile } from './guarded-profile.tsx';
import { handInFile } from './hand-in-file.ts';
import { keepCampaign } from './keep-campaign.ts';
import { pickProfile } from './pick-profile.ts';
import { homeOf, partOf } from './role-home.ts';
import { usePlainLinks } from './use-plain-links.ts';
import { useLeftSent } from './use-left-sent.ts';
import { useSentForAll } from './use-sent-for-all.ts';
import { WelcomePage } from './welcome-page.tsx';

const EnrolPage = lazy(async () => ({
  default: (await import('#client/features/enrol/enrol-page.tsx')).EnrolPage,
}));
const ScanPage = lazy(async () => ({
  default: (await import('#client/features/scan/scan-page.tsx')).ScanPage,
}));
const CheckPage = lazy(async () => ({
  default: (await import('#client/features/check/check-page.tsx')).CheckPage,
}));
const GuidesPage = lazy(async () => ({
  default: (await import('#client/features/guides/guides-page.tsx')).GuidesPage,
}));
const FeedbackPage = lazy(async () => ({
  default: (await import('#client/features/feedback/feedback-page.tsx')).FeedbackPage,
}));
const HandInPage = lazy(async () => ({
  default: (await import('#client/features/rescue/hand-in-page.tsx')).HandInPage,
}));
const LeftFiles = lazy(async () => ({
  default: (await import('#client/features/lock/left-files.tsx')).LeftFiles,
}));
const StatusPage = lazy(async () => ({
  default: (await import('#client/features/status/status-page.tsx')).StatusPage,
}));

export interface AppProps {
  pocket: Pocket;
  /** Of this installation, as they were at the start of the page. */
  profiles: readonly ProfileRow[];
  campaign: PublicCampaign | undefined;
  build: string;
  isInAppBrowser: boolean;
  /** The page was opened by a slip's link that is cut off or wrong. */
  isSlipUnreadable: boolean;
}

export function App(props: AppProps) {
  const { pocket, build, isInAppBrowser, isSlipUnreadable } = props;
  const [profiles, setProfiles] = useState(props.profiles);
  const [path, navigate] = useLocation();
  usePlainLinks();
  const campaign = useCampaign(props, profiles.length === 0);

  const enter = (profile: ProfileRow): void => {
    chooseProfile(profile.id);
    const home = homeOf(profile.role);
    // The family's form is a page of its own.
    if (home === '/p') location.assign(home);
    else navigate(home);
  };
  const onEnrolled = (profile: ProfileRow): void => {
    setProfiles((known) => [...known.filter(({ id }) => id !== profile.id), profile]);
    if (partOf(profile.role) === 'office')
      import('#client/pwa/register.ts').then(({ keepOffice }) => keepOffice()).catch(reportError);
    enter(profile);
  };
  const enrol = (code: string, label: string) =>
    enrolNow({ environment: createBrowserEnvironment(build), pocket, indexedDB, IDBKeyRange }, code, label);

  // A family's form is a page of its own.
  const follow = (to: string): void => (to.startsWith('/p#') ? location.assign(to) : navigate(to));

  const picked = pickProfile(path, profiles, chosenProfileId());
  useLeftSent(build);
  useSentForAll(pocket, build, profiles.length > 0 && picked.kind !== 'profile');
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/">
          <Home profiles={profiles} onChoose={enter} isSlipUnreadable={false} />
        </Route>
        <Route path="/p">
          <Home profiles={profiles} onChoose={enter} isSlipUnreadable={isSlipUnreadable} />
        </Route>
        <Route path="/ghep">
          <EnrolPage
            enrol={enrol}
            onEnrolled={onEnrolled}
            isInAppBrowser={isInAppBrowser}
            commune={campaign?.commune}
          />
        </Route>
        {!isInAppBrowser && (
          <Route path={SCAN_PATH}>
            <ScanPage onPath={follow} typePath="/ghep" />
          </Route>
        )}
        <Route path="/kiem-tra">
          <CheckPage />
        </Route>
        <Route path={PUBLIC_FEEDBACK_PATH}>
          <FeedbackPage />
        </Route>
        <Route path={HAND_IN_PATH}>
          <HandInPage handIn={(bytes) => handInFile(bytes, build)} back="/" isOffice={false}>
            <LeftFiles handIn={(bytes) => handInFile(bytes, build)} />
          </HandInPage>
        </Route>
        {path === '/tinh-trang' && picked.kind !== 'profile' && (
          <Route path="/tinh-trang">
            <StatusPage build={build} />
          </Route>
        )}
        {picked.kind !== 'profile' && (
          <Route path={`${GUIDES_PATH}/:id?`}>
            {({ id }) => <GuidesPage {...(id !== undefined && { id })} campaign={campaign} />}
          </Route>
        )}
        <Route>
          {picked.kind === 'profile' && (
            <GuardedProfile
              key={picked.profile.id}
              profile={picked.profile}
              pocket={pocket}
              build={build}
              enrol={enrol}
              onEnrolled={onEnrolled}
            />
          )}
          {picked.kind === 'choose' && <ChooserPage profiles={picked.profiles} onChoose={enter} />}
          {picked.kind === 'none' && <Redirect to="/" />}
        </Route>
      </Switch>
    </Suspense>
  );
}

interface HomeProps {
  profiles: readonly ProfileRow[];
  onChoose: (profile: ProfileRow) => void;
  isSlipUnreadable: boolean;
}

/** One person's phone opens at their home; a shared one asks who; an unused one says what it is. */
function Home({ profiles, onChoose, isSlipUnreadable }: HomeProps) {
  const [only] = profiles;
  if (isSlipUnreadable || only === undefined) return <WelcomePage isSlipUnreadable={isSlipUnreadable} />;
  if (profiles.length === 1 && only.closedAt === undefined)
    return <Redirect to={homeOf(only.role)} replace />;
  return <ChooserPage profiles={profiles} onChoose={onChoose} />;
}

/**
 * A phone that belongs to nobody yet learns its commune: so that a slip scanned later without a network finds it, and so
 * that the page of a link can say whose it may be before it is redeemed.
 */
function useCampaign({ pocket, campaign, build }: AppProps, isNobodys: boolean): PublicCampaign | undefined {
  const [learnt, setLearnt] = useState<PublicCampaign | null>(null);
  useEffect(() => {
    if (campaign !== undefined || !isNobodys) return;
    // No network is no news; it is asked for again at the next start.
    keepCampaign(pocket, build).then(setLearnt, () => undefined);
  }, [pocket, campaign, build, isNobodys]);
  return campaign ?? learnt ?? undefined;
}
