/** One person's screens, over their own database and engine. */
import { lazy, useEffect, useState } from 'react';
import { Route, Switch } from 'wouter';
import type { RescanPageProps } from '#client/features/enrol/rescan-page.tsx';
import { OFFICE_HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { RESCAN_PATH } from '#client/subject/rescan-path.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import type { Workspace } from '#client/workspace.ts';
import { common } from '#client/messages/common.ts';
import { asError } from './as-error.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { OpenFailure } from './open-failure.ts';
import { openProfile } from './open-profile.ts';
import { OutdatedPage } from './outdated-page.tsx';
import { WorkspaceProvider } from './workspace-context.tsx';

const HamletApp = lazy(async () => ({
  default: (await import('#client/features/hamlet/hamlet-app.tsx')).HamletApp,
}));
const HouseholdsPage = lazy(async () => ({
  default: (await import('#client/features/households/households-page.tsx')).HouseholdsPage,
}));
const ProxyPage = lazy(async () => ({
  default: (await import('#client/features/households/proxy-page.tsx')).ProxyPage,
}));
const OutboxPage = lazy(async () => ({
  default: (await import('#client/features/outbox/outbox-page.tsx')).OutboxPage,
}));
const ReceiptPage = lazy(async () => ({
  default: (await import('#client/features/receipt/receipt-page.tsx')).ReceiptPage,
}));
const UnitApp = lazy(async () => ({ default: (await import('#client/features/unit/unit-app.tsx')).UnitApp }));
const OfficeApp = lazy(async () => ({
  default: (await import('#client/features/office/office-app.tsx')).OfficeApp,
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
  if (workspace === null)
    return (
      <p role="status" className="spoken-only">
        {common.loading}
      </p>
    );
  return (
    <WorkspaceProvider workspace={workspace}>
      <Switch>
        <Route path="/xom/*?">
          <HamletApp />
        </Route>
        <Route path="/cac-ho">
          <HouseholdsPage />
        </Route>
        <Route path="/cac-ho/:id">{({ id }) => <ProxyPage key={id} householdId={id} />}</Route>
        <Route path="/hang-cho">
          <OutboxPage />
        </Route>
        <Route path="/bien-nhan/:opId">{({ opId }) => <ReceiptPage opId={opId} />}</Route>
        <Route path="/don-vi/*?">
          <UnitApp />
        </Route>
        <Route path={OFFICE_HAND_IN_PATH}>
          <HandInPage handIn={(bytes) => workspace.handInRescue(bytes)} back="/van-phong" isOffice />
        </Route>
        <Route path="/van-phong/*?">
          <OfficeApp />
        </Route>
        <Route path={RESCAN_PATH}>
          <RescanPage enrol={enrol} onEnrolled={onEnrolled} />
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
