/**
 * Slips for families: chosen, asked for by this phone's signed word, printed four on a sheet of A4 or sent one by one.
 * The commune makes their codes, so it takes a network once; nothing of them stays on the phone.
 */
import { useEffect, useState } from 'react';
import { Printer } from 'lucide-react';
import { useSearchParams } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { slipWords } from '#client/messages/slips.ts';
import type { HouseholdEntry } from '#client/subject/household-entries.ts';
import { HOUSEHOLDS_PATH } from '#client/subject/households-path.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { ChooseHouseholds, chosenOf, type Choosing } from './choose-households.tsx';
import { IssuedSlips } from './issued-slips.tsx';
import { issuedOf, refusalWords, type Issued } from './issuing.ts';
import { readSlips, type SlipRows } from './read-slips.ts';
import { SLIPS_A_SHEET } from './slip-words.ts';

type Step =
  | { kind: 'choosing' }
  | { kind: 'asking' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; why: string };

function Unreachable({ onRetry }: { onRetry: () => void }) {
  return (
    <Notice
      tone="wait"
      title={slipWords.unreachableTitle}
      actions={
        <>
          <Button onClick={onRetry}>{slipWords.retry}</Button>
          <LinkButton href={HOUSEHOLDS_PATH}>{slipWords.proxy}</LinkButton>
        </>
      }
    >
      <p>{slipWords.unreachable}</p>
    </Notice>
  );
}

/** Added here and not yet known to the commune: sent first, as soon as there is a network. */
function NewOnes({ entries }: { entries: readonly HouseholdEntry[] }) {
  const workspace = useWorkspace();
  const fresh = entries.filter(({ isNew }) => isNew);
  const isAny = fresh.length > 0;
  useEffect(() => {
    if (isAny) workspace.sendNow();
  }, [workspace, isAny]);
  if (!isAny) return null;
  const names = fresh.map(({ household }) => household.householder).join(', ');
  return <Notice tone="wait">{fill(slipWords.newOnes, { n: fresh.length, names })}</Notice>;
}

function Slips({ rows: { entries, facts } }: { rows: SlipRows }) {
  const workspace = useWorkspace();
  const [search] = useSearchParams();
  const oneId = search.get('ho');
  const one = entries.find(({ household }) => household.id === oneId);
  const [choosing, setChoosing] = useState<Choosing>(() =>
    one ? { whom: 'one', picked: new Set([one.household.id]) } : { whom: 'unsent', picked: new Set() },
  );
  const [step, setStep] = useState<Step>({ kind: 'choosing' });
  const [issued, setIssued] = useState<Issued | null>(null);
  const chosen = chosenOf(choosing, entries);

  async function ask(households: readonly HouseholdEntry[], before: Issued | null): Promise<void> {
    setStep({ kind: 'asking' });
    const answer = await workspace.issueSlips(households.map(({ household }) => household.id));
    if (answer.kind === 'issued') setIssued(issuedOf(answer, households, before));
    setStep(
      answer.kind === 'refused'
        ? { kind: 'refused', why: refusalWords(answer.problem) }
        : { kind: answer.kind === 'issued' ? 'choosing' : 'unreachable' },
    );
  }

  const isAsking = step.kind === 'asking';
  // What came of a tap stands at the top; the list may have been scrolled far down.
  const isNews = step.kind === 'unreachable' || step.kind === 'refused';
  useEffect(() => {
    if (isNews || issued !== null) window.scrollTo({ top: 0 });
  }, [isNews, issued]);
  const start = (): void => {
    if (chosen.length === 0) setStep({ kind: 'refused', why: slipWords.choose });
    else void ask(chosen, null);
  };
  return (
    <Page
      head={<Bar title={slipWords.title} back={issued ? () => setIssued(null) : HOUSEHOLDS_PATH} />}
      foot={
        <Dock>
          {issued ? (
            <Button kind="main" icon={<Printer />} onClick={() => window.print()}>
              {fill(slipWords.print, { n: issued.slips.length })}
            </Button>
          ) : (
            <Button kind="main" disabled={isAsking} onClick={start}>
              {isAsking ? slipWords.getting : slipWords.get}
            </Button>
          )}
        </Dock>
      }
    >
      <div role="status">
        {step.kind === 'unreachable' && (
          <Unreachable onRetry={() => void (issued ? ask(issued.waiting, issued) : ask(chosen, null))} />
        )}
        {step.kind === 'refused' && <Notice tone="hand">{step.why}</Notice>}
      </div>
      {issued ? (
        <IssuedSlips
          issued={issued}
          facts={{ ...facts, origin: location.origin }}
          onGoOn={() => void ask(issued.waiting, issued)}
        />
      ) : (
        <>
          <ChooseHouseholds entries={entries} one={one} choosing={choosing} onChange={setChoosing} />
          <p role="status">
            {fill(slipWords.sheets, { n: chosen.length, sheets: Math.ceil(chosen.length / SLIPS_A_SHEET) })}
          </p>
          <NewOnes entries={entries} />
          <Notice tone="plain">
            <p>{slipWords.replaced}</p>
            <p>{slipWords.notKept}</p>
          </Notice>
        </>
      )}
    </Page>
  );
}

export function SlipsPage() {
  const workspace = useWorkspace();
  const rows = useLive(() => readSlips(workspace), [workspace]);
  if (rows && rows.entries.length > 0) return <Slips rows={rows} />;
  return (
    <Page head={<Bar title={slipWords.title} back={HOUSEHOLDS_PATH} />}>
      {rows ? (
        <EmptyState
          title={slipWords.nobody}
          action={<LinkButton href={HOUSEHOLDS_PATH}>{slipWords.proxy}</LinkButton>}
        />
      ) : (
        <p role="status">{common.loading}</p>
      )}
    </Page>
  );
}
