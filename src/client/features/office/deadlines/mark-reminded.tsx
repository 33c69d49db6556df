/** "Ghi đã nhắc": the step is done, on every machine of the office. */
import { useState } from 'react';
import type { ReminderStep } from '#domain/reminders/due.ts';
import { deadlineWords as words } from '#client/messages/office-deadlines.ts';
import type { Workspace } from '#client/workspace.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { missingCount, type DueItem } from './due-items.ts';

interface MarkProps {
  item: DueItem;
  step: ReminderStep;
  now: number;
  workspace: Workspace;
  onDone?: () => void;
}

export function MarkReminded({ item, step, now, workspace, onDone }: MarkProps) {
  const [hasFailed, setFailed] = useState(false);
  const mark = async (): Promise<void> => {
    const id = workspace.newId();
    const { campaignId } = item.kind === 'report' ? item.report : item.deadline;
    const value = { id, campaignId, deadlineId: item.id, step, at: now, missing: missingCount(item) };
    try {
      await workspace.putRecord('reminder', id, value, 0);
      onDone?.();
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className={controls.button} onClick={() => void mark()}>
        {words.mark}
      </button>
      {hasFailed && <Notice tone="stop">{words.failed}</Notice>}
    </>
  );
}
