/** In front of the office, when the commune asks who is there: to begin a session, or for a grave act. */
import { formatNumber } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { sessionWords } from '#client/messages/session.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { useSession, type SessionSeam } from './session-seam.tsx';
import { ShowWho } from './show-who.tsx';
import { actWords } from './waiting-act.ts';

const { signIn, stepUp, show } = sessionWords;
const OUTBOX = ['outbox'] as const;

export function SessionDialog() {
  const seam = useSession();
  if (seam === undefined) return null;
  const { need, isPutOff, putOff } = seam;
  const isOpen = need !== null && !isPutOff;
  return (
    <Dialog
      open={isOpen}
      title={need === 'step-up' ? stepUp.title : signIn.title}
      onClose={() => isOpen && putOff()}
    >
      {need === 'step-up' ? <StepUpText seam={seam} /> : <SignInText />}
      <Ways seam={seam} />
      <Button wide kind="quiet" onClick={putOff}>
        {need === 'step-up' ? stepUp.later : signIn.later}
      </Button>
    </Dialog>
  );
}

function SignInText() {
  const workspace = useWorkspace();
  const waiting = useLive(
    async () => (await workspace.outbox()).filter(({ result }) => result === undefined).length,
    [workspace],
    OUTBOX,
  );
  return (
    <>
      <p>{signIn.text}</p>
      {waiting !== undefined && waiting > 0 && (
        <p>
          <b>{fill(signIn.waits, { n: formatNumber(waiting) })}</b>
        </p>
      )}
    </>
  );
}

/** Undefined until the outbox has been read. */
export function useActWords({ asked, need }: SessionSeam): string | undefined {
  const workspace = useWorkspace();
  return useLive(
    async () => (need === 'step-up' ? actWords(workspace, asked) : ''),
    [workspace, asked, need],
    OUTBOX,
  );
}

function StepUpText({ seam }: { seam: SessionSeam }) {
  const act = useActWords(seam);
  if (act === undefined) return null;
  return (
    <>
      <p>{fill(stepUp.text, { act })}</p>
      <p>
        {stepUp.after} {seam.asked === null ? stepUp.laterHelp : stepUp.laterHelpAsked}
      </p>
    </>
  );
}

function Ways({ seam: { session, state, isCutOff, need, shown, refresh } }: { seam: SessionSeam }) {
  if (session === undefined || state === undefined)
    return isCutOff ? (
      <Notice tone="wait" actions={<Button onClick={() => void refresh()}>{sessionWords.page.again}</Button>}>
        <p>{sessionWords.trouble.unreachable}</p>
      </Notice>
    ) : (
      <p role="status">{show.asking}</p>
    );
  return (
    <ShowWho
      key={need}
      ceremony={need === 'step-up' ? 'confirm' : 'signIn'}
      session={session}
      ways={state.ways}
      onShown={shown}
    />
  );
}
