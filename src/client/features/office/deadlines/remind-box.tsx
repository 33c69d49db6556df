/** The words to paste, and the mark that they were said: from then on this step is done. */
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { deadlineWords as words } from '#client/messages/office-deadlines.ts';
import { copyText } from '#client/ui/copy-text.ts';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import styles from './deadlines.module.css';
import { dueNow, type DueItem } from './due-items.ts';
import { MarkReminded } from './mark-reminded.tsx';

export function RemindBox({ item, text, now }: { item: DueItem; text: string; now: number }) {
  const workspace = useWorkspace();
  const [copied, setCopied] = useState<boolean | null>(null);
  const due = dueNow(item);
  return (
    <>
      <textarea className={styles.text} readOnly aria-label={words.text} value={text} />
      <div className={shared.ways}>
        <button
          type="button"
          className={controls.mainButton}
          onClick={() => {
            void copyText(text).then(setCopied);
          }}
        >
          <Copy className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
          {words.copy}
        </button>
        {due !== undefined && <MarkReminded item={item} step={due.step} now={now} workspace={workspace} />}
      </div>
      <p role="status">
        {copied === true && words.copied}
        {copied === false && words.refused}
      </p>
    </>
  );
}
