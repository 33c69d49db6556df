/** The screens behind "Dữ liệu của gia đình", each with an address of its own: `/du-lieu/*`. */
import { Redirect, Route, Switch } from 'wouter';
import { dataRequestKinds } from '#protocol/family-records.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { familyData as words } from '#client/messages/family-data.ts';
import { purposes } from '#client/subject/purposes.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Page } from '#client/ui/page.tsx';
import { HOME } from './ask-page.tsx';
import { ConsentBackPage } from './consent-back-page.tsx';
import { FamilyDataPage, type FamilyDataProps } from './family-data-page.tsx';
import { ObjectionPage } from './objection-page.tsx';
import { readFamilyData, typedForms } from './read-family-data.ts';
import { RequestPage } from './request-page.tsx';
import { isOpenRequest } from './request-sheet.tsx';

export function FamilyDataApp(props: FamilyDataProps) {
  const workspace = useWorkspace();
  const data = useLive(() => readFamilyData(workspace), [workspace]);
  if (data === undefined)
    return (
      <Page head={<Bar title={words.title} back="/p" />}>
        <p role="status">{common.loading}</p>
      </Page>
    );
  const { owner } = data;
  return (
    <Switch>
      <Route path={`${HOME}/phan-doi/:id`}>
        {({ id }) =>
          owner !== null && typedForms(data).some((typed) => typed.id === id) ? (
            <ObjectionPage key={id} owner={owner} submission={id} />
          ) : (
            <Redirect to={HOME} replace />
          )
        }
      </Route>
      <Route path={`${HOME}/yeu-cau/:kind`}>
        {({ kind }) => {
          const known = dataRequestKinds.find((each) => each === kind && each !== 'withdraw');
          return owner === null || known === undefined ? (
            <Redirect to={HOME} replace />
          ) : (
            <RequestPage key={known} owner={owner} kind={known} isOpen={isOpenRequest(data, known)} />
          );
        }}
      </Route>
      <Route path={`${HOME}/rut-dong-y/:purpose`}>
        {({ purpose }) => {
          const known = purposes.find((each) => each === purpose);
          return owner === null || known === undefined ? (
            <Redirect to={HOME} replace />
          ) : (
            <ConsentBackPage key={known} data={data} purpose={known} />
          );
        }}
      </Route>
      <Route>
        <FamilyDataPage data={data} {...props} />
      </Route>
    </Switch>
  );
}
