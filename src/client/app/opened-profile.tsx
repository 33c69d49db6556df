/** One person's screens, over their own database and engine. */
import { lazy, useEffect, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { RescanPageProps } from '#client/features/enrol/rescan-page.tsx';
import { GUIDES_PATH } from '#client/form/guide-path.ts';
import { activitiesPath } from '#client/subject/activities-path.ts';
import { OFFICE_HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { HELPERS_PATH } from '#client/subject/helpers-path.ts';
import { LEAVE_PATH, LOCK_PATH } from '#client/subject/lock-paths.ts';
import { RESCAN_PATH } from '#client/subject/rescan-path.ts';
import { SLIPS_PATH } from '#client/subject/slips-path.ts';
import type { LockStore } from '#client/db/lock-store.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import type { Guard } from '#client/features/lock/guard.ts';
import { LeaseGate } from '#client/features/lock/lease-gate.tsx';
import { holdOpen } from '#client/lock/alone.ts';
import { keepLeft } from '#client/lock/keep-left.ts';
import type { OpenStore } from '#client/lock/vault-opener.ts';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import { enrolNow } from '#client/sync/enrol-now.ts';
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
const HelpersPage = lazy(async () => ({
  default: (await import('#client/features/helpers/helpers-page.tsx')).HelpersPage,
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
const OfficeSession = lazy(async () => ({
  default: (await import('#client/features/office/session/office-session.tsx')).OfficeSession,
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
const LockSetupPage = lazy(async () => ({
  default: (await import('#client/features/lock/lock-setup-page.tsx')).LockSetupPage,
}));
const LeavePage = lazy(async () => ({
  default: (await import('#client/features/lock/leave-page.tsx')).LeavePage,
}));
const ProfileStatus = lazy(async () => ({
  default: (await import('#client/features/status/profile-status.tsx')).ProfileStatus,
}));

export interface OpenedProfileProps {
  profile: ProfileRow;
  pocket: Pocket;
  build: string;
  enrol: RescanPageProps['enrol'];
  onEnrolled: RescanPageProps['onEnrolled'];
  /** Whoever keeps the lock; a family has none. */
  guard?: Guard;
  /** Of a profile that is locked: opens its rows by its key, and keeps its unsent sealed besides. */
  openStore?: OpenStore;
  locks?: LockStore;
}

export function OpenedProfile(props: OpenedProfileProps) {
  const { profile, pocket, build, enrol, onEnrolled, guard, openStore, locks } = props;
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const [hasLeft, setLeft] = useState(false);
  const [path] = useLocation();
  useEffect(() => {
    let isGone = false;
    const letGo = holdOpen(profile.id);
    let endKeeping = (): Promise<void> => Promise.resolve();
    const opening = openProfile(profile, {
      pocket,
      build,
      onTrouble: (failure) => !isGone && setTrouble(failure),
      ...(openStore !== undefined && { over: { openStore } }),
    });
    opening.then(
      (opened) => {
        if (!isGone && locks !== undefined)
          endKeeping = keepLeft(opened, locks, createBrowserEnvironment(build));
      },
      () => undefined,
    );
    opening.then(
      (opened) => !isGone && setWorkspace(opened),
      (error: unknown) => !isGone && setTrouble(asError(error)),
    );
    return () => {
      isGone = true;
      opening
        .then(async (opened) => {
          await endKeeping();
          await opened.close();
        })
        .catch(() => undefined)
        .finally(letGo);
    };
  }, [profile, pocket, build, openStore, locks]);

  if (trouble instanceof OpenFailure && trouble.reason === 'outdated')
    return <OutdatedPage profile={profile} pocket={pocket} build={build} failure={trouble} />;
  // To the error boundary, which says that the data are still here.
  if (trouble !== null) throw trouble;
  // Nothing of the family is left on the page that the browser may keep for its way back.
  if (hasLeft) return null;
  // A locked profile takes a new code by its own key.
  const around = { environment: createBrowserEnvironment(build), pocket, indexedDB, IDBKeyRange };
  const enrolHere: typeof enrol =
    openStore === undefined ? enrol : (code, label) => enrolNow({ ...around, openStore }, code, label);
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
        <Route path={HELPERS_PATH}>
          <HelpersPage />
        </Route>
        <Route path="/xom/*?">
          <HamletApp />
        </Route>
        <Route path={SLIPS_PATH}>
          <LeaseGate>
            <SlipsPage />
          </LeaseGate>
        </Route>
        <Route path="/cac-ho/*?">
          <LeaseGate>
            <HouseholdsApp />
          </LeaseGate>
        </Route>
        <Route path="/hang-cho">
          <OutboxPage />
        </Route>
        <Route path="/bien-nhan/:opId">{({ opId }) => <ReceiptPage opId={opId} />}</Route>
        <Route path="/don-vi/*?">
          <UnitApp />
        </Route>
        <Route path={OFFICE_HAND_IN_PATH}>
          <OfficeSession>
            <HandInPage handIn={(bytes) => workspace.handInRescue(bytes)} back={OFFICE_HOME} isOffice />
          </OfficeSession>
        </Route>
        {/* One place for all its addresses: its frame stays while one walks between screens. */}
        {isOfficePath(path) && (
          <Route>
            <LeaseGate>
              <OfficeApp />
            </LeaseGate>
          </Route>
        )}
        <Route path={RESCAN_PATH}>
          <RescanPage enrol={enrolHere} onEnrolled={onEnrolled} />
        </Route>
        <Route path="/du-lieu/*?">
          <FamilyDataApp
            onClose={() => leave(closeProfile(pocket, profile.id))}
            onWipe={() => leave(wipeProfile(pocket, profile, workspace))}
          />
        </Route>
        {guard !== undefined && (
          <Route path={LOCK_PATH}>
            <LockSetupPage guard={guard} />
          </Route>
        )}
        {guard !== undefined && (
          <Route path={LEAVE_PATH}>
            <LeavePage title={profile.title} onLeave={guard.leave} />
          </Route>
        )}
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
