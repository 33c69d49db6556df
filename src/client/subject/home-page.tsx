/** The home of a hamlet or a unit: how far, until when, what next. Only what is true now. */
import type { ReactNode } from 'react';
import { score } from '#domain/score.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import { common } from '#client/messages/common.ts';
import { deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import { homeWords } from '#client/messages/hamlet.ts';
import { otherStepWords } from '#client/messages/other-steps.ts';
import { InstallHint } from '#client/pwa/install-hint.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import type { StateWord } from '#client/state-of.ts';
import { choosePath } from './choose-path.ts';
import { CommuneScoreCard } from './commune-score-card.tsx';
import { communeScorePath } from './commune-score-path.ts';
import { AwaitsCard } from './devices/awaits-card.tsx';
import { DueLine } from './due-line.tsx';
import type { HomeEntry } from './entry-list.tsx';
import { formSentence } from './form-sentence.ts';
import { EarlierForms } from './earlier-forms.tsx';
import { HomeEntries } from './home-entries.tsx';
import { NextStepCard } from './next-step-card.tsx';
import type { SheetRows } from './read-sheet.ts';
import { RESCAN_PATH } from './rescan-path.ts';
import { openReturn, standingState } from './round.ts';
import { RoundCard } from './round-card.tsx';
import { ScoreHistory } from './score-history.tsx';
import { ScorePanel } from './score-panel.tsx';
import { isHeldByCommune, ownOf, sheetState } from './sheet-state.ts';
import { stepsPath } from './steps-path.ts';
import { SubjectNav, usePendingCount } from './subject-nav.tsx';
import { Talk } from './talk.tsx';
import { useCommuneScore } from './use-commune-score.ts';
import { useSheetSteps } from './use-sheet-steps.ts';

interface HomePageProps {
  rows: SheetRows;
  facts: SheetFacts;
  now: number;
  /** Paths of this home and of its form. */
  home: string;
  form: string;
  /** Buttons of the bar. */
  tools?: ReactNode;
  /** Ways to things this role alone has, before those that every home has. */
  entries?: readonly HomeEntry[];
  children?: ReactNode;
}

/** What needs this person's hand comes first of all, with the way there. */
function handPlace(word: StateWord, home: string, form: string): string | undefined {
  if (word === 'conflict') return choosePath.write(home);
  if (word === 'returned' || word === 'unsaved') return form;
  if (word === 'lockedOut') return RESCAN_PATH;
  return word === 'setAside' ? '/hang-cho' : undefined;
}

/** What waits on this phone comes before the sheet's own state: it is the promise people look for. */
function HomeState({ rows, home, form }: { rows: SheetRows; home: string; form: string }) {
  const phase = useEnginePhase();
  const waiting = usePendingCount() ?? 0;
  const state = sheetState(rows, phase);
  const hand = handPlace(state.word, home, form);
  // As it is now: a no changes the profile and none of the rows.
  const { awaits, link } = useWorkspace().profile;
  if (awaits === true && (hand === undefined || state.word === 'lockedOut')) {
    const isRefused = link.state === 'lockedOut';
    const words = isRefused ? deviceWords.declined : deviceWords.awaits;
    return (
      <StateLine
        state={isRefused ? 'lockedOut' : 'queued'}
        word={words.title}
        sentence={words.line}
        href={isRefused ? RESCAN_PATH : '/hang-cho'}
      />
    );
  }
  if (waiting > 0 && hand === undefined) {
    const isSending = phase.kind === 'exchanging';
    return (
      <StateLine
        state={isSending ? 'sending' : 'queued'}
        word={fill(isSending ? homeWords.sending : homeWords.waiting, { n: waiting })}
        sentence={formSentence(
          state.word === 'queued' || state.word === 'draft' ? state : { word: 'sending', sealedAt: 0 },
        )}
        href="/hang-cho"
      />
    );
  }
  return <StateLine state={state.word} sentence={formSentence(state)} href={hand ?? '/hang-cho'} />;
}

export function HomePage(props: HomePageProps) {
  const { rows, facts, now, home, form, tools, entries = [], children } = props;
  const { set, given } = facts;
  const result = score(set, { ...rows.opened?.answers, ...given });
  const steps = useSheetSteps(rows, facts, now);
  // In the place of the claimed score once the commune has verified the form.
  const commune = useCommuneScore(rows);
  // Once everything is filled the next thing is to look through it and send; what could be raised stands behind.
  const isFull = steps.every(({ answered }) => answered);
  const step = isFull ? null : (steps[0] ?? null);
  // A full sheet that went asks for nothing; one that was touched again asks to be sent.
  const isUnsent = sheetState(rows, { kind: 'idle' }).word === 'draft';
  const sources = { assessment: rows.assessment, own: ownOf(rows) };
  // Then the card of the round has the one filled button.
  const isAskedAgain = openReturn(sources) !== null || standingState(sources) === 'withdrawn';
  const hasCard = !isHeldByCommune(rows) && !isAskedAgain && (step !== null || isUnsent);
  // Beside the one on the card.
  const others = isHeldByCommune(rows) ? 0 : steps.length - (hasCard && step !== null ? 1 : 0);
  return (
    <Page
      head={
        <>
          <Bar title={rows.profile.title}>
            {tools}
            <DueLine rows={rows} now={now} />
          </Bar>
          <HomeState rows={rows} home={home} form={form} />
        </>
      }
      foot={<SubjectNav current={home} />}
    >
      <AwaitsCard />
      {commune ? (
        <CommuneScoreCard score={commune} href={communeScorePath(home)} />
      ) : (
        <ScorePanel set={set} result={result} step={step} />
      )}
      <RoundCard rows={rows} facts={facts} form={form} />
      {hasCard && <NextStepCard set={set} step={step} normalised={result.normalised} form={form} />}
      {others > 0 && (
        <LinkButton small kind="quiet" href={stepsPath(home)}>
          {fill(otherStepWords.link, { n: others })}
        </LinkButton>
      )}
      {children}
      <LinkButton wide href={form}>
        {homeWords.openForm}
      </LinkButton>
      <EarlierForms />
      <HomeEntries rows={rows} home={home} more={entries} />
      <ScoreHistory rows={rows} result={result} now={now} />
      {rows.profile.assessmentId !== undefined && <Talk assessmentId={rows.profile.assessmentId} />}
      {rows.draft !== undefined && <InstallHint />}
    </Page>
  );
}

/** Before the commune's criteria are on this phone: what is missing, what to do. */
export function NoSetPage({ title, home }: { title: string; home: string }) {
  const workspace = useWorkspace();
  const phase = useEnginePhase();
  return (
    <Page head={<Bar title={title} />} foot={<SubjectNav current={home} />}>
      <AwaitsCard />
      <EmptyState
        title={homeWords.noSetTitle}
        action={
          <Button
            kind="main"
            wide
            aria-busy={phase.kind === 'exchanging'}
            onClick={() => workspace.sendNow()}
          >
            {homeWords.fetch}
          </Button>
        }
      >
        <p>{homeWords.noSet}</p>
        {phase.kind === 'exchanging' && <p role="status">{homeWords.fetching}</p>}
        {phase.kind === 'waiting' && phase.reason === 'noNetwork' && (
          <p role="status">{homeWords.noNetwork}</p>
        )}
      </EmptyState>
    </Page>
  );
}

export const LoadingPage = ({ title }: { title: string }) => (
  <Page head={<Bar title={title} />}>
    <p role="status">{common.loading}</p>
  </Page>
);
