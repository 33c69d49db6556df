/** Opens proxy entry for one household, or says why it cannot be opened. */
import { useState } from 'react';
import type { CriteriaSet } from '#domain/criteria.ts';
import { useLive } from '#client/app/use-live.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { DraftRow } from '#client/db/model.ts';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { proxyWords } from '#client/messages/households.ts';
import { proxyDraftId, type HouseholdEntry } from '#client/subject/household-entries.ts';
import { HOUSEHOLDS_PATH } from '#client/subject/households-path.ts';
import { readHouseholds } from '#client/subject/read-hamlet.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import type { Workspace } from '#client/workspace.ts';
import { subjectHolds } from '#protocol/transitions.ts';
import { factsOf, type CommuneFacts } from '#client/form/commune-facts.ts';
import { newProxyDraft, reopened } from './proxy-draft.ts';
import { ProxyForm } from './proxy-form.tsx';

interface ProxyRows {
  entry: HouseholdEntry | undefined;
  set: CriteriaSet | undefined;
  draft: DraftRow | undefined;
  facts: CommuneFacts;
  /** The commune is reviewing this family's form. */
  isHeld: boolean;
}

async function readProxy(workspace: Workspace, householdId: string): Promise<ProxyRows> {
  const [{ entries, campaign }, communes] = await Promise.all([
    readHouseholds(workspace),
    workspace.rows('commune'),
  ]);
  const entry = entries.find(({ household }) => household.id === householdId);
  const assessment = entry && (await workspace.row('assessment', entry.assessmentId));
  const draft = entry && (await workspace.draft(proxyDraftId(entry.assessmentId)));
  const ref = draft?.criteriaSet ?? campaign?.criteriaSets.household;
  const set = ref === undefined ? undefined : await workspace.row('criteriaSet', ref);
  const state = assessment?.value.state;
  const commune = communes[0]?.value;
  return {
    entry,
    set: set?.value,
    draft,
    facts: factsOf(commune === undefined || campaign === undefined ? undefined : { commune, campaign }),
    isHeld: state !== undefined && !subjectHolds.includes(state),
  };
}

function Refusal({ title, children }: { title: string; children: string }) {
  return (
    <Page head={<Bar title={proxyWords.title} back={HOUSEHOLDS_PATH} />}>
      <EmptyState title={title}>
        <p>{children}</p>
      </EmptyState>
    </Page>
  );
}

interface OpenedProps {
  rows: ProxyRows & { entry: HouseholdEntry; set: CriteriaSet };
}

function Opened({ rows: { entry, set, draft, facts } }: OpenedProps) {
  // As it was when the page was opened: what is typed here is newer than what live reads bring back.
  const [first] = useState(() => (draft ? reopened(draft) : newProxyDraft(entry, set, clock.now())));
  const [goOn, setGoOn] = useState(!entry.bySelf);
  const { householder } = entry.household;
  if (!goOn) {
    return (
      <Page head={<Bar title={proxyWords.title} back={HOUSEHOLDS_PATH} />}>
        <p>
          <b>{fill(proxyWords.household, { name: householder })}</b>
        </p>
        <Notice tone="word" actions={<Button onClick={() => setGoOn(true)}>{proxyWords.selfSentGo}</Button>}>
          {proxyWords.selfSent}
        </Notice>
      </Page>
    );
  }
  return <ProxyForm first={first} set={set} facts={facts} name={householder} wasSent={entry.byProxy} />;
}

export function ProxyPage({ householdId }: { householdId: string }) {
  const workspace = useWorkspace();
  const rows = useLive(() => readProxy(workspace, householdId), [workspace, householdId]);
  if (!rows) {
    return (
      <Page head={<Bar title={proxyWords.title} back={HOUSEHOLDS_PATH} />}>
        <p role="status">{common.loading}</p>
      </Page>
    );
  }
  const { entry, set } = rows;
  if (!entry) return <Refusal title={proxyWords.unknownTitle}>{proxyWords.unknown}</Refusal>;
  if (!set) return <Refusal title={proxyWords.title}>{proxyWords.noSet}</Refusal>;
  if (rows.isHeld)
    return (
      <Refusal title={fill(proxyWords.household, { name: entry.household.householder })}>
        {proxyWords.locked}
      </Refusal>
    );
  return <Opened key={householdId} rows={{ ...rows, entry, set }} />;
}
