/** After the printer: the step "đã in" of those that were printed, all at once, and back. */
import { useState } from 'react';
import { Link } from 'wouter';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { certificateWords as words } from '#client/messages/office-certificates.ts';
import { AWARDS_PATH } from '../awards/paths.ts';
import { stepRecords } from '../awards/steps.ts';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import type { Recipient } from './read-certificates.ts';

export function MarkPrinted({ recipients }: { recipients: readonly Recipient[] }) {
  const workspace = useWorkspace();
  const [said, setSaid] = useState<{ words: string; batch?: string }>({ words: '' });
  const waiting = recipients.filter(({ state }) => state === 'decided');
  const canWrite = workspace.profile.role === 'officer';
  const mark = async (): Promise<void> => {
    const label = fill(words.printedLabel, { n: waiting.length });
    try {
      const records = stepRecords(
        waiting.map(({ award }) => award),
        'printed',
        { at: clock.now() },
      );
      setSaid({ words: fill(words.marked, { label }), batch: await workspace.putBatch({ label, records }) });
    } catch {
      setSaid({ words: words.markFailed });
    }
  };
  const undo = async (batch: string): Promise<void> => {
    try {
      await workspace.revertBatch(batch);
      setSaid({ words: words.unmarked });
    } catch {
      setSaid({ words: words.markFailed, batch });
    }
  };
  const { batch } = said;
  return (
    <div className={shared.ways}>
      {canWrite && waiting.length > 0 && batch === undefined && (
        <button type="button" className={controls.button} onClick={() => void mark()}>
          {fill(words.mark, { n: waiting.length })}
        </button>
      )}
      <span role="status">{said.words}</span>
      {batch !== undefined && (
        <button type="button" className={controls.textButton} onClick={() => void undo(batch)}>
          {words.undo}
        </button>
      )}
      <Link href={AWARDS_PATH}>{words.afterPrint}</Link>
    </div>
  );
}
