/** The status page of somebody's phone: what was made and where all of it is, adding up; then the ways to get help. */
import { formatDate, formatNumber, formatTime } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { homeOf } from '#client/app/role-home.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { status } from '#client/messages/status.ts';
import { HAND_IN_PATH, OFFICE_HAND_IN_PATH } from '#client/subject/hand-in-path.ts';
import { LEAVE_PATH, LOCK_PATH } from '#client/subject/lock-paths.ts';
import { RescueExport } from '#client/subject/rescue-export.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { Balance, Workspace } from '#client/workspace.ts';
import { DiagnosticShare } from './diagnostic-share.tsx';
import { Facts } from './facts-list.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { StatusPage } from './status-page.tsx';
import styles from './status.module.css';

/** Counts only: never content. */
async function readBalance(workspace: Workspace): Promise<Balance & { contactAt: number | null }> {
  const [balance, { contactAt }] = await Promise.all([workspace.balance(), workspace.syncState()]);
  return { ...balance, contactAt };
}

const contactWords = (at: number | null): string =>
  at === null ? status.contactNone : fill(status.contactAt, { gio: formatTime(at), ngay: formatDate(at) });

/** The sum as a person would check it: `5 + 2 + 1 + 0 = 8`. */
export function sumWords({ made, received, safe, waiting, setAside }: Balance): string {
  const parts = [received, safe, waiting, setAside];
  const total = parts.reduce((sum, part) => sum + part, 0);
  return fill(total === made ? status.sum : status.sumOff, {
    parts: parts.map(formatNumber).join(' + '),
    made: formatNumber(made),
  });
}

/** An officer's import also takes files of phones that were revoked. */
const handInPathOf = ({ profile }: Workspace): string =>
  profile.binding?.kind === 'office' ? OFFICE_HAND_IN_PATH : HAND_IN_PATH;

function Counts({ balance }: { balance: Balance & { contactAt: number | null } }) {
  const workspace = useWorkspace();
  const phase = useEnginePhase();
  const isSending = phase.kind === 'exchanging';
  const { made, received, safe, waiting, setAside, contactAt } = balance;
  return (
    <Sheet title={status.counts}>
      <Facts
        facts={[
          [status.made, formatNumber(made)],
          [status.received, formatNumber(received)],
          safe > 0 ? [status.safe, formatNumber(safe)] : [status.safeNot, status.none],
          [status.waiting, formatNumber(waiting)],
          [status.setAside, formatNumber(setAside)],
        ]}
      />
      <p>
        <b>{sumWords(balance)}</b>
      </p>
      <p className="soft">{status.receivedWhat}</p>
      <p className="soft">{status.safeWhat}</p>
      <Facts facts={[[status.contact, contactWords(contactAt)]]} />
      <div className={styles.ways}>
        <Button aria-busy={isSending} onClick={() => workspace.sendNow()}>
          {isSending ? status.sending : status.sendNow}
        </Button>
        <LinkButton href="/hang-cho">{status.toOutbox}</LinkButton>
      </div>
    </Sheet>
  );
}

export function ProfileStatus({ build }: { build: string }) {
  const workspace = useWorkspace();
  const balance = useLive(() => readBalance(workspace), [workspace]);
  const toDo = balance === undefined ? 0 : balance.waiting + balance.setAside;
  return (
    <StatusPage
      build={build}
      back={homeOf(workspace.profile.role)}
      name={workspace.profile.title}
      help={
        <>
          <DiagnosticShare />
          <LinkButton kind="quiet" small href={handInPathOf(workspace)}>
            {status.handIn}
          </LinkButton>
        </>
      }
    >
      {balance !== undefined && <Counts balance={balance} />}
      {toDo > 0 && <RescueExport />}
      <ReceiptList />
      {workspace.profile.role !== 'household' && (
        <Sheet title={status.mine}>
          <p>{status.mineWhat}</p>
          <div className={styles.ways}>
            <LinkButton href={LOCK_PATH}>{status.lock}</LinkButton>
            <LinkButton href={LEAVE_PATH}>{status.leave}</LinkButton>
          </div>
        </Sheet>
      )}
    </StatusPage>
  );
}
