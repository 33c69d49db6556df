/**
 * Why the sheet says another figure than the households' forms. Asked, never demanded: a figure without a reason can be
 * sent, and the review names it. Half a sentence stays on the phone; it is sealed when the person leaves the field.
 */
import { useEffect, useRef, useState } from 'react';
import type { Criterion } from '#domain/criteria.ts';
import type { Verdict } from '#domain/judge-claim.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { useKeptWords, type KeptWords } from '#client/form/kept-words.ts';
import { claimWords } from '#client/messages/claims.ts';
import { fill } from '#client/messages/fill.ts';
import { Notice } from '#client/ui/notice.tsx';
import { TextArea } from '#client/ui/text-field.tsx';
import { isImpossible } from './claim.ts';
import { useClaimDesk, type ClaimDesk } from './claim-desk.tsx';

interface ClaimReasonProps {
  criterion: Criterion;
  verdict: Verdict | null;
  /** The figure the forms suggest, where they do. */
  suggested: number | undefined;
}

const REASON_MAX = 2000;

interface ReasonFieldProps extends ClaimReasonProps {
  desk: ClaimDesk;
  /** The reason as the commune or this phone holds it; '' while there is none. */
  stored: string;
  kept: KeptWords<{ text: string }>;
}

function ReasonField({ criterion, verdict, suggested, desk, stored, kept }: ReasonFieldProps) {
  const [failed, setFailed] = useState(false);
  const text = kept.words.text.trim();
  const save = async (): Promise<void> => {
    if (text === '' || text === stored) return;
    try {
      await desk.keepReason(criterion.id, text);
      kept.forget();
      setFailed(false);
    } catch {
      // One transaction: nothing of it happened, and the words are still in the field.
      setFailed(true);
    }
  };
  const newest = useRef(save);
  useEffect(() => {
    newest.current = save;
  });
  // Leaving for another group or another app is leaving the field.
  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') void newest.current();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      void newest.current();
    };
  }, []);
  const label =
    suggested === undefined || isImpossible(verdict)
      ? claimWords.reasonImpossible
      : fill(claimWords.reasonDiffers, { n: formatNumber(suggested) });
  return (
    <div onBlur={() => void save()}>
      <TextArea
        label={label}
        help={text !== '' && text === stored ? claimWords.reasonKept : claimWords.reasonHelp}
        rows={2}
        maxLength={REASON_MAX}
        value={kept.words.text}
        onChange={(next) => kept.change({ text: next })}
      />
      {failed && (
        <Notice tone="hand">
          <p role="alert">{claimWords.reasonFailed}</p>
        </Notice>
      )}
    </div>
  );
}

function OpenedReason(props: ClaimReasonProps & { desk: ClaimDesk }) {
  const { criterion, desk } = props;
  const stored = desk.reasons[criterion.id] ?? '';
  const kept = useKeptWords(desk.keyOf(criterion.id), { text: stored });
  return kept === null ? null : <ReasonField {...props} stored={stored} kept={kept} />;
}

export function ClaimReason(props: ClaimReasonProps) {
  const desk = useClaimDesk();
  return desk === null ? null : <OpenedReason {...props} desk={desk} />;
}
