/** After "Gửi về xã": where the form is now, and, once the commune has it, the receipt. */
import { lazy, Suspense } from 'react';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { PublicCampaign } from '#protocol/public.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { useLive } from '#client/app/use-live.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { WorkspaceProvider } from '#client/app/workspace-context.tsx';
import { clock } from '#client/app/platform.ts';
import type { DraftRow } from '#client/db/model.ts';
import { formSentence } from '#client/subject/form-sentence.ts';
import { sent } from '#client/messages/sending.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Page } from '#client/ui/page.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import type { Workspace } from '#client/workspace.ts';
import { factsOf, readFacts } from '#client/form/commune-facts.ts';
import { readSent, sentState } from './read-sent.ts';
import { SentWaiting } from './sent-waiting.tsx';
import { criteriaInOrder, REVIEW } from './steps.ts';

// Drawn only once the commune has the form: not on the way there.
const HouseholdReceipt = lazy(async () => ({
  default: (await import('./household-receipt.tsx')).HouseholdReceipt,
}));

interface SentPageProps {
  workspace: Workspace;
  draft: DraftRow;
  set: CriteriaSet;
  campaign: PublicCampaign | undefined;
  /** The draft as it is now; open again for a corrected form. */
  onDraft: (draft: DraftRow) => void;
  onClose: () => Promise<void>;
}

export const SentPage = (props: SentPageProps) => (
  <WorkspaceProvider workspace={props.workspace}>
    <Sent {...props} />
  </WorkspaceProvider>
);

function Sent({ workspace, draft, set, campaign, onDraft, onClose }: SentPageProps) {
  const phase = useEnginePhase();
  const rows = useLive(() => readSent(workspace, draft.assessmentId), [workspace, draft.assessmentId]);
  const facts = useLive(() => readFacts(workspace, campaign), [workspace, campaign]) ?? factsOf(campaign);
  if (rows === undefined) return <p role="status">{sent.checking}</p>;
  const state = sentState(rows, workspace, phase);
  const keep = async (part: Partial<DraftRow>): Promise<void> => {
    const next: DraftRow = { ...draft, ...part, updatedAt: clock.now() };
    await workspace.saveDraft(next);
    onDraft(next);
  };
  const ids = criteriaInOrder(set).map(({ id }) => id);
  const answered = ids.filter((id) => draft.answers[id] !== undefined).length;
  const hasReceipt = 'receivedAt' in state;
  const canChange = !['underReview', 'verified', 'final', 'sending'].includes(state.word);
  const head = (
    <>
      <Bar title={hasReceipt ? sent.receivedTitle : sent.waitingTitle}>
        <LargeTextButton />
      </Bar>
      <StateLine state={state.word} sentence={formSentence(state)} />
    </>
  );
  const onChange = canChange ? () => void keep({ status: 'open', place: REVIEW }) : null;
  if (!hasReceipt)
    return (
      <SentWaiting
        head={head}
        state={state}
        phase={phase}
        onSendNow={() => workspace.sendNow()}
        onChange={onChange}
      />
    );
  return (
    <Suspense fallback={<Page head={head}>{null}</Page>}>
      <HouseholdReceipt
        head={head}
        code={state.code}
        receivedAt={state.receivedAt}
        isSafe={state.word === 'safe'}
        rows={rows}
        set={set}
        draft={draft}
        counted={{ answered, total: ids.length }}
        hamlet={rows.hamlet?.name}
        facts={facts}
        onChange={onChange}
        onShowScore={(showsScore) => void keep({ showsScore })}
        onClose={onClose}
      />
    </Suspense>
  );
}
