import { Route, Switch } from 'wouter';
import { DevicesPage } from './devices-page.tsx';
import { IssuePage } from './issue-page.tsx';
import { ISSUE_PATH } from './paths.ts';

export const DevicesApp = () => (
  <Switch>
    <Route path={ISSUE_PATH} component={IssuePage} />
    <Route component={DevicesPage} />
  </Switch>
);
