/** One person's screens, over their own database and engine. */
import { lazy, useEffect, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { RescanPageProps } from '#client/features/enrol/rescan-page.tsx';
import { GUIDES_PATH } from '#client/form/guide-path.ts';
import { activitiesPath } from '#client/subject/activities-path.ts';
import { OFFICE_HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { RESCAN_PATH } from '#client/subject/rescan-path.ts';
import { SLIPS_PATH } from '#client/subject/slips-path.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import type { Workspace } from '#client/workspace.ts';
import { common } from '#client/messages/common.ts';
import { asError } from './as-error.ts';
import { closeProfile } from './close-profile.ts';
import { isOfficePath, OFFICE_HOME } from './office-paths.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { OpenFailure } from './open-failure.ts';
import { openProfile } from './open-profile.ts';
import { OutdatedPage } from './outdated-page.tsx';
import { wipeProfile } from './wipe-profile.ts';
import { WorkspaceProvider } from './workspace-context.tsx';

const HamletApp = lazy(async () => ({
  default: (await import('#client/features/hamlet/hamlet-app.tsx')).HamletApp,
}));
const HouseholdsApp = lazy(async () => ({
  default: (await import('#client/features/households/households-app.tsx')).HouseholdsApp,
}));
const SlipsPage = lazy(async () => ({
  default: (await import('#client/features/slips/slips-page.tsx')).SlipsPage,
}));
const OutboxPage = lazy(async () => ({
  default: (await import('#client/features/outbox/outbox-page.tsx')).OutboxPage,
}));
const ReceiptPage = lazy(async () => ({
  default: (await import('#client/features/receipt/receipt-page.tsx')).ReceiptPage,
}));
const PapersApp = lazy(async () => ({
  default: (await import('#client/features/unit-papers/papers-app.tsx')).PapersApp,
}));
const UnitApp = lazy(async () => ({ default: (await import('#client/features/unit/unit-app.tsx')).UnitApp }));
const OfficeApp = lazy(async () => ({
  default: (await import('#client/features/office/office-app.tsx')).OfficeApp,
}));
const ActivitiesApp = lazy(async () => ({
  default: (await import('#client/features/activities/activities-app.tsx')).ActivitiesApp,
}));
const ProfileGuides = lazy(async () => ({
  default: (await import('#client/features/guides/guides-page.tsx')).ProfileGuides,
}));
const FamilyDataApp = lazy(async () => ({
  default: (await import('#client/features/family-data/family-data-app.tsx')).FamilyDataApp,
}));
const HandInPage = lazy(async () => ({
  default: (await import('#client/features/rescue/hand-in-page.tsx')).HandInPage,
}));
const RescanPage = lazy(async () => ({
  default: (await import('#client/features/enrol/rescan-page.tsx')).RescanPage,
}));
const ProfileStatus = lazy(async () => ({
  default: (await import('#client/features/status/profile-status.tsx')).ProfileStatus,
}));

interface OpenedProfileProps {
  profile: ProfileRow;
  pocket: Pocket;
  build: string;
  enrol: RescanPageProps['enrol'];
  onEnrolled: RescanPageProps['onEnrolled'];
}

export function OpenedProfile({ profile, pocket, build, enrol, onEnrolled }: OpenedProfileProps) {
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const [hasLeft, setLeft] = useState(false);
  const [path] = useLocation();
  useEffect(() => {
    let isGone = false;
    const opening = openProfile(profile, {
      pocket,
      build,
      onTrouble: (failure) => !isGone && setTrouble(failure),
    });
    opening.then(
      (opened) => !isGone && setWorkspace(opened),
      (error: unknown) => !isGone && setTrouble(asError(error)),
    );
    return () => {
      isGone = true;
      opening.then((opened) => opened.close()).catch(() => undefined);
    };
  }, [profile, pocket, build]);

  if (trouble instanceof OpenFailure && trouble.reason === 'outdated')
    return <OutdatedPage profile={profile} pocket={pocket} build={build} failure={trouble} />;
  // To the error boundary, which says that the data are still here.
  if (trouble !== null) throw trouble;
  // Nothing of the family is left on the page that the browser may keep for its way back.
  if (hasLeft) return null;
  const leave = async (closing: Promise<void>): Promise<void> => {
    await closing;
    setLeft(true);
    location.replace('/');
  };
  if (workspace === null)
    return (
      <p role="status" className="spoken-only">
        {common.loading}
      </p>
    );
  return (
    <WorkspaceProvider workspace={workspace}>
      <Switch>
        <Route path={`${GUIDES_PATH}/:id?`}>
          {({ id }) => <ProfileGuides {...(id !== undefined && { id })} />}
        </Route>
        {['/xom', '/don-vi'].map((home) => (
          <Route key={home} path={`${activitiesPath(home)}/*?`}>
            <ActivitiesApp home={home} />
          </Route>
        ))}
        <Route path="/xom/ho-so/*?">
          <PapersApp home="/xom" />
        </Route>
        <Route path="/don-vi/ho-so/*?">
          <PapersApp home="/don-vi" />
        </Route>
        <Route path="/xom/*?">
          <HamletApp />
        </Route>
        <Route path={SLIPS_PATH}>
          <SlipsPage />
        </Route>
        <Route path="/cac-ho/*?">
          <HouseholdsApp />
        </Route>
        <Route path="/hang-cho">
          <OutboxPage />
        </Route>
        <Route path="/bien-nhan/:opId">{({ opId }) => <ReceiptPage opId={opId} />}</Route>
        <Route path="/don-vi/*?">
          <UnitApp />
        </Route>
        <Route path={OFFICE_HAND_IN_PATH}>
          <HandInPage handIn={(bytes) => workspace.handInRescue(bytes)} back={OFFICE_HOME} isOffice />
        </Route>
        {/* One place for all its addresses: its frame stays while one walks between screens. */}
        {isOfficePath(path) && (
          <Route>
            <OfficeApp />
          </Route>
        )}
        <Route path={RESCAN_PATH}>
          <RescanPage enrol={enrol} onEnrolled={onEnrolled} />
        </Route>
        <Route path="/du-lieu/*?">
          <FamilyDataApp
            onClose={() => leave(closeProfile(pocket, profile.id))}
            onWipe={() => leave(wipeProfile(pocket, profile, workspace))}
          />
        </Route>
        <Route path="/tinh-trang">
          <ProfileStatus build={build} />
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </WorkspaceProvider>
  );
}
