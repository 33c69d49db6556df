/** Hamlets, families, units and people of the commune; lists from files, mergers, slips, and taking back. */
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { officeHelp } from '#client/messages/office-help.ts';
import { BatchesPage } from './batches-page.tsx';
import { HamletsPage } from './hamlets-page.tsx';
import { HouseholdsPage } from './households-page.tsx';
import { MergePage } from './merge-page.tsx';
import {
  BATCHES_TAB,
  HOUSEHOLDS_TAB,
  IMPORT_PATH,
  MERGE_PATH,
  PEOPLE_TAB,
  SLIPS_DESK_PATH,
  UNITS_TAB,
} from './paths.ts';
import { PeoplePage } from './people-page.tsx';
import { SlipsOfHamlet } from './slips-of-hamlet.tsx';
import { UnitsPage } from './units-page.tsx';

const ImportPage = lazy(async () => ({ default: (await import('./import/import-page.tsx')).ImportPage }));

export function PlacesApp() {
  return (
    <Suspense fallback={<p role="status">{officeHelp.opening}</p>}>
      <Switch>
        <Route path={HOUSEHOLDS_TAB} component={HouseholdsPage} />
        <Route path={UNITS_TAB} component={UnitsPage} />
        <Route path={PEOPLE_TAB} component={PeoplePage} />
        <Route path={BATCHES_TAB} component={BatchesPage} />
        <Route path={MERGE_PATH} component={MergePage} />
        <Route path={SLIPS_DESK_PATH} component={SlipsOfHamlet} />
        <Route path={IMPORT_PATH} component={ImportPage} />
        <Route component={HamletsPage} />
      </Switch>
    </Suspense>
  );
}
