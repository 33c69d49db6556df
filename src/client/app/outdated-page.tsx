/** Newer code wrote this profile's database: it waits for the app to be loaded again, and the work can leave meanwhile. */
import type { ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import { appTrouble } from '#client/messages/app-trouble.ts';
import { common } from '#client/messages/common.ts';
import { RescueExportFrom } from '#client/subject/rescue-export.tsx';
import { createBrowserEnvironment } from '#client/sync/browser-environment.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';
import type { RescueExport } from '#client/workspace.ts';
import type { OpenFailure } from './open-failure.ts';
import { troubleWords } from './trouble-words.ts';

interface OutdatedPageProps {
  profile: ProfileRow;
  pocket: Pocket;
  build: string;
  failure: OpenFailure;
}

export function OutdatedPage({ profile, pocket, build, failure }: OutdatedPageProps) {
  const exportRescue = async (): Promise<RescueExport> =>
    (await import('#client/sync/rescue/export-unopened.ts')).exportUnopened(profile, {
      indexedDB,
      pocket,
      environment: createBrowserEnvironment(build),
    });
  return (
    <Page
      head={<Bar title={appTrouble.errorTitle} />}
      foot={
        <Dock>
          <Button kind="main" onClick={() => location.reload()}>
            {common.reload}
          </Button>
        </Dock>
      }
    >
      <p role="alert">{troubleWords(failure)}</p>
      <RescueExportFrom from={{ profile, exportRescue }} />
    </Page>
  );
}
