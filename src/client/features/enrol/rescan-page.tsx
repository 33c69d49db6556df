/**
 * Cần quét lại mã: the commune no longer takes this phone's key. What happens to the work, a new code in place, and the
 * file for whoever cannot wait (`protocol.md` §6).
 */
import { ScanLine } from 'lucide-react';
import { useState } from 'react';
import type { ProfileRow } from '#client/db/model.ts';
import type { EnrolNowOutcome } from '#client/sync/enrol-now.ts';
import { homeOf } from '#client/app/role-home.ts';
import { useLive } from '#client/app/use-live.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { enrolWords } from '#client/messages/enrol.ts';
import { deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import { rescanWords } from '#client/messages/rescan.ts';
import { scanWords } from '#client/messages/scan.ts';
import { stateSentences } from '#client/messages/states.ts';
import { RescueExport } from '#client/subject/rescue-export.tsx';
import { SCAN_PATH } from '#client/subject/scan-path.ts';
import { useCommunePhone } from '#client/subject/use-commune-phone.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import { needsNewCode, outcomeWords } from './outcome-words.ts';
import { readTypedCode } from './read-typed-code.ts';
import { Refusal } from './refusal.tsx';
import { TypedCodeField } from './typed-code-field.tsx';

export interface RescanPageProps {
  /** Asks the commune; resolves with whatever came of it, never rejects for the network. */
  enrol: (code: string, label: string) => Promise<EnrolNowOutcome>;
  /** The phone is somebody's again: on to their home. */
  onEnrolled: (profile: ProfileRow) => void;
}

const { declined } = deviceWords;

type Said = { words: string; needsNew: boolean };

function Kept() {
  const workspace = useWorkspace();
  const balance = useLive(() => workspace.balance(), [workspace]);
  const left = balance === undefined ? 0 : balance.waiting + balance.setAside;
  return (
    <>
      <Sheet title={rescanWords.keptTitle}>
        <p>
          <b>{left === 0 ? rescanWords.keptNone : fill(rescanWords.kept, { n: left })}</b>
        </p>
        <p>{rescanWords.ownKey}</p>
        <p>{rescanWords.same}</p>
        <p>{rescanWords.other}</p>
      </Sheet>
      {left > 0 && <RescueExport />}
    </>
  );
}

export function RescanPage({ enrol, onEnrolled }: RescanPageProps) {
  const { profile } = useWorkspace();
  const phase = useEnginePhase();
  const phone = useCommunePhone();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const read = readTypedCode(typed);
  const isRefused = phase.kind === 'waiting' && phase.reason === 'codeRefused';
  const isLocked =
    profile.link.state === 'lockedOut' || (phase.kind === 'waiting' && phase.reason === 'needsScan');
  const isDeclined = isLocked && profile.awaits === true;
  const back = homeOf(profile.role);

  if (!isLocked && !isRefused && !busy) {
    return (
      <Page head={<Bar title={rescanWords.fineTitle} back={back} />}>
        <EmptyState title={rescanWords.fine} action={<LinkButton href={back}>{enrolWords.go}</LinkButton>} />
      </Page>
    );
  }

  async function press(): Promise<void> {
    if (busy) return;
    if (read.kind !== 'complete') return setSaid({ words: enrolWords.codeNeeded, needsNew: false });
    setBusy(true);
    setSaid(null);
    try {
      const outcome = await enrol(read.code, enrolWords.labelDefault);
      if (outcome.kind === 'answered') return onEnrolled(outcome.profile);
      setSaid({ words: outcomeWords(outcome), needsNew: needsNewCode(outcome) });
    } catch {
      // Storage failed under us before anything was asked.
      setSaid({ words: enrolWords.failure.storage, needsNew: false });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page
      head={
        <>
          <Bar title={isDeclined ? declined.title : rescanWords.title} back={back} />
          <StateLine state="lockedOut" sentence={isDeclined ? declined.line : stateSentences.lockedOut} />
        </>
      }
      foot={
        <Dock>
          <Button kind="main" aria-busy={busy} onClick={() => void press()}>
            {rescanWords.button}
          </Button>
        </Dock>
      }
    >
      <p>{isDeclined ? declined.why : isRefused ? rescanWords.refused : rescanWords.why}</p>
      <p>{isDeclined ? declined.ask : rescanWords.ask}</p>
      {phone !== '' && (
        <LinkButton small href={`tel:${phone.replaceAll(' ', '')}`}>
          {fill(rescanWords.call, { phone })}
        </LinkButton>
      )}
      <LinkButton wide href={SCAN_PATH} icon={<ScanLine />}>
        {scanWords.open}
      </LinkButton>
      <TypedCodeField title={rescanWords.typedTitle} typed={typed} read={read} onType={setTyped} />
      {said !== null && <Refusal {...said} phone={undefined} />}
      <Kept />
    </Page>
  );
}
