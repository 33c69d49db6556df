/** Why a code did not bind this phone, what is safe, and, where only another code helps, how to get one. */
import { fill } from '#client/messages/fill.ts';
import { enrolWords } from '#client/messages/enrol.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';

interface RefusalProps {
  words: string;
  needsNew: boolean;
  /** Of the commune; undefined while this phone does not know it, or where it stands elsewhere on the page. */
  phone: string | undefined;
}

export const Refusal = ({ words, needsNew, phone = '' }: RefusalProps) => (
  <Notice
    tone="hand"
    actions={
      needsNew && phone !== '' ? (
        <LinkButton href={`tel:${phone.replaceAll(' ', '')}`}>{fill(enrolWords.call, { phone })}</LinkButton>
      ) : undefined
    }
  >
    <p role="alert">{words}</p>
    {needsNew && <p>{enrolWords.newCode}</p>}
    <p>{enrolWords.safe}</p>
  </Notice>
);
