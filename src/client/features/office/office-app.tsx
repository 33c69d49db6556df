/** The officer's workspace: a frame, and the screens of `screens.ts` in it. Reads the local replica, so it works offline. */
import { Suspense, useMemo } from 'react';
import { Link, Redirect, Route, Switch, useSearch } from 'wouter';
import { officeHelp } from '#client/messages/office-help.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from './controls.module.css';
import { KeyHelp } from './help/key-help.tsx';
import { OfficeKeys, useOfficeKeys, useScreenKeys } from './help/keys.tsx';
import { SearchDialog } from './help/search-dialog.tsx';
import { OfficeSearch, useOfficeSearch } from './help/search-seam.tsx';
import { OfficeShell } from './office-shell.tsx';
import { useOwnHome } from './own-home.ts';
import styles from './office.module.css';
import { LIST_PATH, submissionPath, TODAY_PATH } from './paths.ts';
import { screens } from './screens.ts';
import { OfficeSession } from './session/office-session.tsx';
import { OfficeDesk } from './today/office-desk.tsx';
import { CampaignChoice } from './which-campaign.tsx';

export function OfficeApp() {
  return (
    <OfficeKeys>
      <OfficeSearch>
        <CampaignChoice>
          <OfficeDesk>
            <OfficeSession>
              <Frame />
            </OfficeSession>
          </OfficeDesk>
        </CampaignChoice>
      </OfficeSearch>
    </OfficeKeys>
  );
}

function Frame() {
  const { openHelp } = useOfficeKeys();
  const { open } = useOfficeSearch();
  useOwnHome();
  // A screen that has a field of its own takes "/" before the frame does.
  const keys = useMemo(
    () => [
      { keys: ['/'], does: officeHelp.keys.slash, act: open },
      { keys: ['?'], does: officeHelp.keys.question, act: openHelp },
    ],
    [open, openHelp],
  );
  useScreenKeys(keys, 'frame');
  return (
    <OfficeShell>
      <Suspense fallback={<p role="status">{officeHelp.opening}</p>}>
        <Switch>
          {screens.map(
            ({ path, Page }) =>
              Page !== undefined && (
                <Route key={path} path={`${path}/*?`}>
                  <Page />
                </Route>
              ),
          )}
          <Route path={`/van-phong/phieu/:id`}>
            {({ id }) => <Redirect to={submissionPath(id)} replace />}
          </Route>
          <Route path="/van-phong">
            <FormerList />
          </Route>
          <Route>
            <NoSuchPage />
          </Route>
        </Switch>
      </Suspense>
      <KeyHelp />
      <SearchDialog />
    </OfficeShell>
  );
}

/** The list's address of earlier versions; kept views still lead there. */
function FormerList() {
  const search = useSearch();
  return <Redirect to={search ? `${LIST_PATH}?${search}` : LIST_PATH} replace />;
}

const NoSuchPage = () => (
  <main className={styles.body} id="noi-dung" tabIndex={-1}>
    <h1>{officeHelp.notFoundTitle}</h1>
    <EmptyState
      title={officeHelp.notFoundText}
      action={
        <Link className={controls.mainButton} href={TODAY_PATH}>
          {officeHelp.toToday}
        </Link>
      }
    />
  </main>
);
