/** Everything under *Các hộ*: which page an address is. */
import { Route, Switch } from 'wouter';
import { NotFoundPage } from '#client/app/not-found-page.tsx';
import { HOUSEHOLDS_PATH, REMIND_PATH } from '#client/subject/households-path.ts';
import { EditHousehold } from './edit-household.tsx';
import { HouseholdCard } from './household-card.tsx';
import { HouseholdsPage } from './households-page.tsx';
import { MergeHousehold } from './merge-household.tsx';
import { MoveHousehold } from './move-household.tsx';
import { cardPath, editPath, mergePath, movePath, proxyPath, remindFamilyPath } from './paths.ts';
import { ProxyPage } from './proxy-page.tsx';
import { RemindFamilyPage, RemindGroupPage } from './remind-page.tsx';

export function HouseholdsApp() {
  return (
    <Switch>
      <Route path={HOUSEHOLDS_PATH}>
        <HouseholdsPage />
      </Route>
      <Route path={REMIND_PATH}>
        <RemindGroupPage />
      </Route>
      <Route path={cardPath(':id')}>{({ id }) => <HouseholdCard key={id} id={id} />}</Route>
      <Route path={editPath(':id')}>{({ id }) => <EditHousehold key={id} id={id} />}</Route>
      <Route path={movePath(':id')}>{({ id }) => <MoveHousehold key={id} id={id} />}</Route>
      <Route path={mergePath(':id')}>{({ id }) => <MergeHousehold key={id} id={id} />}</Route>
      <Route path={remindFamilyPath(':id')}>{({ id }) => <RemindFamilyPage key={id} id={id} />}</Route>
      <Route path={proxyPath(':id')}>{({ id }) => <ProxyPage key={id} householdId={id} />}</Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
