/** Receipts on this phone, newest first: each says when the commune took which form. */
import { spellCode } from '#protocol/code.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { status } from '#client/messages/status.ts';
import { Sheet } from '#client/ui/sheet.tsx';
import type { Workspace } from '#client/workspace.ts';
import styles from './status.module.css';

const SHOWN = 10;

async function readReceipts(workspace: Workspace) {
  const [receipts, drafts] = await Promise.all([workspace.receipts(), workspace.drafts()]);
  const names = new Map(drafts.map(({ assessmentId, subjectName }) => [assessmentId, subjectName]));
  return [...receipts]
    .sort((a, b) => b.receivedAt - a.receivedAt || b.seq - a.seq)
    .map(({ opId, assessmentId, code, receivedAt }) => ({
      opId,
      code,
      receivedAt,
      about: names.get(assessmentId) ?? workspace.profile.title,
    }));
}

export function ReceiptList() {
  const workspace = useWorkspace();
  const receipts = useLive(() => readReceipts(workspace), [workspace]);
  if (receipts === undefined || workspace.profile.binding?.kind === 'office') return null;
  return (
    <Sheet title={status.receipts}>
      {receipts.length === 0 && <p>{status.receiptsNone}</p>}
      <ul className={styles.receipts}>
        {receipts.slice(0, SHOWN).map(({ opId, code, receivedAt, about }) => (
          <li key={opId}>
            <a href={`/bien-nhan/${opId}`}>
              <span>{about}</span> <span className="code nowrap">{spellCode(code)}</span>
            </a>
            <span className="soft">
              {fill(status.receiptAt, { gio: formatTime(receivedAt), ngay: formatDate(receivedAt) })}
            </span>
          </li>
        ))}
      </ul>
      {receipts.length > SHOWN && <p>{fill(status.receiptsMore, { n: receipts.length - SHOWN })}</p>}
    </Sheet>
  );
}
