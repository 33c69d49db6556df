/** Khen thưởng: one list of all awards, and a screen for each thing a step rests on. */
import { lazy, Suspense, type ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { awardWords as words } from '#client/messages/office-awards.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import frame from '../office.module.css';
import { useDesk } from '../today/office-desk.tsx';
import { AwardDeskProvider } from './award-desk.tsx';
import { AwardsList } from './awards-list.tsx';
import {
  AWARDS_PATH,
  DECISIONS_PATH,
  DELIVERY_PATH,
  LETTERS_PATH,
  MEETINGS_PATH,
  NOMINATE_PATH,
  NOTICES_PATH,
  RULES_PATH,
  SHORTLIST_PATH,
  UPWARD_PATH,
  VOTE_PATH,
} from './paths.ts';

const ShortlistPage = lazy(async () => ({ default: (await import('./shortlist-page.tsx')).ShortlistPage }));
const NominatePage = lazy(async () => ({ default: (await import('./nominate-page.tsx')).NominatePage }));
const VotePage = lazy(async () => ({ default: (await import('./vote-page.tsx')).VotePage }));
const NoticesPage = lazy(async () => ({ default: (await import('./notices-page.tsx')).NoticesPage }));
const NoticePage = lazy(async () => ({ default: (await import('./notice-page.tsx')).NoticePage }));
const MeetingsPage = lazy(async () => ({ default: (await import('./meetings-page.tsx')).MeetingsPage }));
const LettersPage = lazy(async () => ({ default: (await import('./letters-page.tsx')).LettersPage }));
const DecisionsPage = lazy(async () => ({ default: (await import('./decisions-page.tsx')).DecisionsPage }));
const DecisionPage = lazy(async () => ({ default: (await import('./decision-page.tsx')).DecisionPage }));
const DeliveryPage = lazy(async () => ({ default: (await import('./delivery-page.tsx')).DeliveryPage }));
const UpwardPage = lazy(async () => ({ default: (await import('./upward-page.tsx')).UpwardPage }));
const RulesPage = lazy(async () => ({ default: (await import('./rules-page.tsx')).RulesPage }));

const Body = ({ children }: { children: ReactNode }) => (
  <main className={frame.body} id="noi-dung" tabIndex={-1}>
    <h1>{words.title}</h1>
    {children}
  </main>
);
const loading = (
  <Body>
    <p role="status">{words.loading}</p>
  </Body>
);

export function AwardsApp() {
  const seam = useDesk();
  if (seam === undefined) return loading;
  const { desk, now } = seam;
  const { campaign } = desk;
  if (campaign === undefined)
    return (
      <Body>
        <EmptyState title={words.noCampaign} />
      </Body>
    );
  return (
    <AwardDeskProvider key={campaign.id} campaign={campaign} desk={desk} now={now} loading={loading}>
      <Suspense fallback={loading}>
        <Switch>
          <Route path={SHORTLIST_PATH}>
            <ShortlistPage />
          </Route>
          <Route path={NOMINATE_PATH}>
            <NominatePage />
          </Route>
          <Route path={VOTE_PATH}>
            <VotePage />
          </Route>
          <Route path={`${NOTICES_PATH}/:id`}>{({ id }) => <NoticePage id={id} />}</Route>
          <Route path={NOTICES_PATH}>
            <NoticesPage />
          </Route>
          <Route path={`${MEETINGS_PATH}/:id?`}>{({ id }) => <MeetingsPage id={id} />}</Route>
          <Route path={`${LETTERS_PATH}/:id?`}>{({ id }) => <LettersPage id={id} />}</Route>
          <Route path={`${DECISIONS_PATH}/:id`}>{({ id }) => <DecisionPage id={id} />}</Route>
          <Route path={DECISIONS_PATH}>
            <DecisionsPage />
          </Route>
          <Route path={DELIVERY_PATH}>
            <DeliveryPage />
          </Route>
          <Route path={UPWARD_PATH}>
            <UpwardPage />
          </Route>
          <Route path={RULES_PATH}>
            <RulesPage />
          </Route>
          <Route path={AWARDS_PATH}>
            <AwardsList />
          </Route>
          <Route>
            <Redirect to={AWARDS_PATH} replace />
          </Route>
        </Switch>
      </Suspense>
    </AwardDeskProvider>
  );
}
