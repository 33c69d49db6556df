/** One person's screens, over their own database and engine. */
import { lazy, useEffect, useState } from 'react';
import { Route, Switch } from 'wouter';
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import type { Workspace } from '#client/workspace.ts';
import { common } from '#client/messages/common.ts';
import { asError } from './as-error.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { openProfile } from './open-profile.ts';
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
const ProfileStatus = lazy(async () => ({
  default: (await import('#client/features/status/profile-status.tsx')).ProfileStatus,
}));

interface OpenedProfileProps {
  profile: ProfileRow;
  pocket: Pocket;
  build: string;
}

export function OpenedProfile({ profile, pocket, build }: OpenedProfileProps) {
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
        <Route path="/van-phong/*?">
          <OfficeApp />
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
