/** Giấy khen: printing those of a decision, and the blanks they are printed on. */
import { Route, Switch } from 'wouter';
import { BlankPage } from './blank-page.tsx';
import { BlanksPage } from './blanks-page.tsx';
import { BLANKS_PATH } from './paths.ts';
import { PrintPage } from './print-page.tsx';

export const CertificatesApp = () => (
  <Switch>
    <Route path={`${BLANKS_PATH}/:id`}>{({ id }) => <BlankPage key={id} id={id} />}</Route>
    <Route path={BLANKS_PATH} component={BlanksPage} />
    <Route component={PrintPage} />
  </Switch>
);
