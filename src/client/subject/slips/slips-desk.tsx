/**
 * Slips for families: chosen, asked for by this machine's signed word, printed four on a sheet of A4 or sent one by one.
 * The commune makes their codes, so it takes a network once; nothing of them stays on the machine.
 */
import { useEffect, useState, type ReactNode } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { slipWords } from '#client/messages/slips.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { HouseholdEntry } from '../household-entries.ts';
import { ChooseHouseholds, chosenOf, type Choosing } from './choose-households.tsx';
import { IssuedSlips } from './issued-slips.tsx';
import { issuedOf, refusalWords, type Issued } from './issuing.ts';
import { SLIPS_A_SHEET, type SlipFacts } from './slip-words.ts';

type Step =
  | { kind: 'choosing' }
  | { kind: 'asking' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; why: string };

function Unreachable({ onRetry, other }: { onRetry: () => void; other: ReactNode }) {
  return (
    <Notice
      tone="wait"
      title={slipWords.unreachableTitle}
      actions={
        <>
          <Button onClick={onRetry}>{slipWords.retry}</Button>
          {other}
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

export interface SlipsDeskProps {
  entries: readonly HouseholdEntry[];
  facts: Omit<SlipFacts, 'origin'>;
  /** Whom the page was opened for. */
  one: HouseholdEntry | undefined;
  /** Another way to what the person wants, where the line is down. */
  other: ReactNode;
  /** The page around it, with its one next action. */
  frame: (desk: {
    body: ReactNode;
    /** Null while choosing. */
    issued: Issued | null;
    isAsking: boolean;
    onAsk: () => void;
    onBack: () => void;
  }) => ReactNode;
}

export function SlipsDesk({ entries, facts, one, other, frame }: SlipsDeskProps) {
  const workspace = useWorkspace();
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
  const body = (
    <>
      <div role="status">
        {step.kind === 'unreachable' && (
          <Unreachable
            other={other}
            onRetry={() => void (issued ? ask(issued.waiting, issued) : ask(chosen, null))}
          />
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
    </>
  );
  return frame({ body, issued, isAsking, onAsk: start, onBack: () => setIssued(null) });
}
