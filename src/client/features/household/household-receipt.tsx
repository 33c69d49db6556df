/** The commune has it: the receipt slip, kept or shown to others without showing a name or an answer. */
import type { ReactNode } from 'react';
import { ReceiptSlip } from '#client/receipt/receipt-slip.tsx';
import { ReceiptDock } from '#client/receipt/receipt-dock.tsx';
import type { CriteriaSet } from '#domain/criteria.ts';
import { fill } from '#client/messages/fill.ts';
import { receipt } from '#client/messages/receipt.ts';
import { sent } from '#client/messages/sending.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Page } from '#client/ui/page.tsx';
import { FamilyRound, FamilyWithdraw } from './family-round.tsx';
import type { SentRows } from './read-sent.ts';
import { fillFacts, type CommuneFacts } from '#client/form/commune-facts.ts';

interface HouseholdReceiptProps {
  head: ReactNode;
  code: string;
  receivedAt: number;
  isSafe: boolean;
  rows: SentRows;
  set: CriteriaSet;
  counted: { answered: number; total: number };
  hamlet: string | undefined;
  facts: CommuneFacts;
  onChange: (() => void) | null;
}

const hamletWords = (hamlet: string): string =>
  hamlet.toLowerCase().startsWith('xóm') ? hamlet : fill(receipt.hamlet, { xom: hamlet });

export function HouseholdReceipt(props: HouseholdReceiptProps) {
  const { head, code, receivedAt, isSafe, rows, set, counted, hamlet, facts, onChange } = props;
  const count = fill(receipt.countOnly, { xong: counted.answered, tong: counted.total });
  const slip = {
    of: receipt.of,
    about: hamlet === undefined ? count : `${hamletWords(hamlet)}, ${count}`,
    issuer: fill(receipt.issuer, { xa: facts.xa }),
    code,
    receivedAt,
    isSafe,
  };
  return (
    <Page head={head} foot={<ReceiptDock slip={slip} commune={facts.xa} />}>
      <FamilyRound rows={rows} set={set} />
      <ReceiptSlip slip={slip} />
      <p>{receipt.thanks}</p>
      <p className="soft">{receipt.note}</p>
      <p className="soft">{fillFacts(receipt.next, facts)}</p>
      {onChange !== null && (
        <>
          <p className="soft">{sent.changeHint}</p>
          <Button small wide onClick={onChange}>
            {sent.change}
          </Button>
        </>
      )}
      <FamilyWithdraw rows={rows} />
      <LinkButton kind="quiet" small href="/tinh-trang">
        {sent.status}
      </LinkButton>
    </Page>
  );
}
