/** Opened inside another app: where to go instead, with the whole link at hand. */
import { useState } from 'react';
import { fill } from '#client/messages/fill.ts';
import { enrolWords } from '#client/messages/enrol.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';

export function InAppNotice() {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(true);
    } catch {
      // In-app browsers often forbid it: the link is shown to be copied by hand.
      setCopied(false);
    }
  };
  return (
    <Notice
      tone="hand"
      title={enrolWords.inAppTitle}
      actions={<Button onClick={() => void copy()}>{enrolWords.copyLink}</Button>}
    >
      <p>{enrolWords.inApp}</p>
      {copied !== null && (
        <p role="status">
          {copied ? enrolWords.copied : fill(enrolWords.copyFailed, { link: location.href })}
        </p>
      )}
    </Notice>
  );
}
