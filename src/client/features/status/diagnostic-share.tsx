/** Counts, states and times for whoever helps by telephone; what it does not hold is said before it leaves the phone. */
import { useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { downloadBlob } from '#client/form/download.ts';
import { passOn } from '#client/form/hand-over.ts';
import { fill } from '#client/messages/fill.ts';
import { status } from '#client/messages/status.ts';
import { Button } from '#client/ui/button.tsx';

/** @returns what to say afterwards; '' when the phone's own sheet has said it all */
async function share(text: string): Promise<string> {
  const over = await passOn({ title: status.diagnosticTitle, text });
  if (over === 'copied') return status.diagnosticCopied;
  if (over !== 'refused') return '';
  downloadBlob(status.diagnosticFile, new Blob([text], { type: 'text/plain' }));
  return fill(status.diagnosticSaved, { name: status.diagnosticFile });
}

export function DiagnosticShare() {
  const workspace = useWorkspace();
  const [news, setNews] = useState('');
  const press = async (): Promise<void> => {
    try {
      setNews(await share(await workspace.diagnostic()));
    } catch {
      setNews(status.diagnosticFailed);
    }
  };
  return (
    <>
      <p>{status.diagnosticWhat}</p>
      <Button wide onClick={() => void press()}>
        {status.diagnostic}
      </Button>
      <p role="status">{news}</p>
    </>
  );
}
