/** "Dữ liệu của gia đình": everything in one column, nearest first; what can be asked stands beside what it is about. */
import { spellCode } from '#protocol/code.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { factsOf, fillFacts, readFacts } from '#client/form/commune-facts.ts';
import { familyData as words } from '#client/messages/family-data.ts';
import { fill } from '#client/messages/fill.ts';
import { stateOf } from '#client/state-of.ts';
import { formSentence } from '#client/subject/form-sentence.ts';
import { EarlierForms } from '#client/subject/earlier-forms.tsx';
import { HandOn } from '#client/subject/hand-on.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import { atWords } from './asked-item.tsx';
import { ConsentSheet } from './consent-sheet.tsx';
import { FormSheet } from './form-sheet.tsx';
import type { FamilyData } from './read-family-data.ts';
import { RequestSheet } from './request-sheet.tsx';
import { TypedSheet } from './typed-sheet.tsx';
import styles from './family-data.module.css';

export interface FamilyDataProps {
  /** The phone goes to another family; rejects when it could not be kept. */
  onClose: () => Promise<void>;
  /** Takes all of this family from this phone; rejects when it could not. */
  onWipe: () => Promise<void>;
}

function ReceiptSheet({ receipts }: Pick<FamilyData, 'receipts'>) {
  return (
    <Sheet title={words.receipts.title}>
      {receipts.length === 0 && <p>{words.receipts.none}</p>}
      <ul className={styles.list}>
        {receipts.map(({ opId, code, receivedAt }) => (
          <li key={opId} className={styles.item}>
            <LinkButton kind="quiet" small href={`/bien-nhan/${opId}`}>
              {fill(words.receipts.open, { ma: spellCode(code), luc: atWords(receivedAt) })}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Standing({ data: { draft, own, receipts, assessment } }: { data: FamilyData }) {
  const workspace = useWorkspace();
  const phase = useEnginePhase();
  const safeSeq = useLive(async () => (await workspace.syncState()).safeSeq, [workspace]) ?? 0;
  const submission = own.filter(({ kind }) => kind === 'assessment.submit').at(-1);
  const state = stateOf({
    draft,
    submission,
    receipt: receipts.find(({ opId }) => opId === submission?.opId),
    // A row from before the newest sending was taken tells of the one before.
    assessment: (submission?.result?.rev ?? 0) > (assessment?.rev ?? 0) ? undefined : assessment?.value,
    phase,
    link: workspace.profile.link,
    safeSeq,
  });
  return <StateLine state={state.word} sentence={formSentence(state)} />;
}

export function FamilyDataPage({ data, onClose, onWipe }: FamilyDataProps & { data: FamilyData }) {
  const workspace = useWorkspace();
  const facts = useLive(() => readFacts(workspace, undefined), [workspace]) ?? factsOf(undefined);
  return (
    <Page
      head={
        <>
          <Bar title={words.title} back="/p">
            <LargeTextButton />
          </Bar>
          <Standing data={data} />
        </>
      }
    >
      {data.owner === null && <Notice tone="wait">{words.notReached}</Notice>}
      <FormSheet data={data} />
      <TypedSheet data={data} />
      <ConsentSheet data={data} facts={facts} />
      <ReceiptSheet receipts={data.receipts} />
      <EarlierForms onOpened={() => location.assign('/p')} />
      <RequestSheet data={data} onWipe={onWipe} />
      <HandOn onClose={onClose} />
      <p className="soft">{facts.dienThoai === '' ? words.helpNoPhone : fillFacts(words.help, facts)}</p>
      <LinkButton kind="quiet" small href="/tinh-trang">
        {words.status}
      </LinkButton>
    </Page>
  );
}
