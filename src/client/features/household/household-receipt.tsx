/** The commune has it: the receipt slip, kept or shown to others without showing a name or an answer. */
import type { ReactNode } from 'react';
import { ReceiptSlip } from '#client/receipt/receipt-slip.tsx';
import { ReceiptDock } from '#client/receipt/receipt-dock.tsx';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { DraftRow } from '#client/db/model.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { earlierWords } from '#client/messages/earlier.ts';
import { fill } from '#client/messages/fill.ts';
import { receipt } from '#client/messages/receipt.ts';
import { sent } from '#client/messages/sending.ts';
import { household } from '#client/messages/household.ts';
import { InstallHint } from '#client/pwa/install-hint.tsx';
import { HandOn } from '#client/subject/hand-on.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { FamilyRound, FamilyWithdraw } from './family-round.tsx';
import { FamilyScore } from './family-score.tsx';
import { WhatNext } from './what-next.tsx';
import type { SentRows } from './read-sent.ts';
import { GUIDES_PATH } from '#client/form/guide-path.ts';
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
  draft: DraftRow;
  onChange: (() => void) | null;
  onShowScore: (shows: boolean) => void;
  onClose: () => Promise<void>;
}

const hamletWords = (hamlet: string): string =>
  hamlet.toLowerCase().startsWith('xóm') ? hamlet : fill(receipt.hamlet, { xom: hamlet });

/** The commune has begun another year: this family's phone has its form already, and shows it when opened again. */
const NewForm = ({ isOld, stays }: { isOld: boolean; stays: boolean }): ReactNode =>
  (isOld || stays) && (
    <Notice
      tone="word"
      title={isOld ? earlierWords.newForm : earlierWords.oldForm}
      actions={
        <LinkButton small href={isOld ? '/p' : '/du-lieu'}>
          {isOld ? earlierWords.openNew : earlierWords.toOthers}
        </LinkButton>
      }
    />
  );

export function HouseholdReceipt(props: HouseholdReceiptProps) {
  const { head, code, receivedAt, isSafe, rows, set, counted, hamlet, facts, draft } = props;
  const { onChange, onShowScore, onClose } = props;
  const { profile } = useWorkspace();
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
      <NewForm isOld={profile.assessmentId !== draft.assessmentId} stays={profile.staysIn !== undefined} />
      <FamilyRound rows={rows} set={set} />
      <ReceiptSlip slip={slip} />
      <p>{receipt.thanks}</p>
      <WhatNext rows={rows} />
      <p className="soft">{receipt.note}</p>
      <p className="soft">{fillFacts(receipt.next, facts)}</p>
      <InstallHint />
      {onChange !== null && (
        <>
          <p className="soft">{sent.changeHint}</p>
          <Button small wide onClick={onChange}>
            {sent.change}
          </Button>
        </>
      )}
      <FamilyScore set={set} draft={draft} onShow={onShowScore} />
      <FamilyWithdraw rows={rows} />
      <HandOn onClose={onClose} />
      <LinkButton kind="quiet" small href="/du-lieu">
        {household.data}
      </LinkButton>
      <LinkButton kind="quiet" small href={GUIDES_PATH}>
        {receipt.guides}
      </LinkButton>
      <LinkButton kind="quiet" small href="/tinh-trang">
        {sent.status}
      </LinkButton>
    </Page>
  );
}
