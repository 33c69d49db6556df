/** What families object to or ask, with who they are and until when they are to be answered. */
import type { DataRequest, Objection } from '#protocol/family-records.ts';
import { isFinal } from '#protocol/exchange.ts';
import { madeAt } from '#protocol/id-time.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { Workspace } from '#client/workspace.ts';

export type Asking =
  | { entity: 'objection'; value: Objection }
  | { entity: 'dataRequest'; value: DataRequest };

export type FamilyAsk = Asking & {
  rev: number;
  /** By the clock of the family's phone. */
  at: number;
  /** The office has said that it is at work on it; being done is still to come. */
  isAnswered: boolean;
  householder: string;
  code: string;
  hamletName: string;
  /** The form objected to, or the family's newest; null = it sent none. */
  submission: string | null;
  /** An answer of this machine that the commune has not judged, or why it did not take it. */
  own: { kind: 'none' } | { kind: 'waits' } | { kind: 'refused'; code: string; answer: string };
};

export const isOpen = ({ value }: Asking): boolean => value.state === 'open';

function ownOf(outbox: readonly OutboxRow[], id: string, rev: number): FamilyAsk['own'] {
  const row = outbox
    .filter((each) => {
      const operation = each.kind === 'record.put' ? operationIn(each) : undefined;
      return operation?.kind === 'record.put' && operation.args.id === id;
    })
    .at(-1);
  if (row === undefined) return { kind: 'none' };
  const { result } = row;
  if (result === undefined || !isFinal(result.verdict)) return { kind: 'waits' };
  // Taken, and what it made has not come down yet: shown as it was, it would ask for the answer once more.
  if (result.verdict === 'applied' && rev < (result.rev ?? rev)) return { kind: 'waits' };
  // Something newer has come down since: what was refused is answered for.
  const isNews = result.verdict !== 'applied' && rev <= (result.rev ?? rev);
  if (!isNews) return { kind: 'none' };
  const operation = operationIn(row);
  const typed = operation?.kind === 'record.put' ? operation.args.value?.['answer'] : undefined;
  return {
    kind: 'refused',
    code: result.code ?? result.verdict,
    answer: typeof typed === 'string' ? typed : '',
  };
}

const asksIn = (objections: StoredRow<'objection'>[], requests: StoredRow<'dataRequest'>[]) => [
  ...objections.map(({ value, rev }) => ({ entity: 'objection' as const, value, rev })),
  ...requests.map(({ value, rev }) => ({ entity: 'dataRequest' as const, value, rev })),
];

/** Open ones first, the soonest due at the head; then the newest. */
export async function readFamilyAsks(workspace: Workspace): Promise<FamilyAsk[]> {
  const [objections, requests, households, hamlets, assessments, outbox] = await Promise.all([
    workspace.rows('objection'),
    workspace.rows('dataRequest'),
    workspace.rows('household'),
    workspace.rows('hamlet'),
    workspace.rows('assessment'),
    workspace.outbox(),
  ]);
  const families = new Map(households.map(({ id, value }) => [id, value]));
  const names = new Map(hamlets.map(({ id, value }) => [id, value.name]));
  const forms = new Map(assessments.map(({ id, value }) => [id, value]));
  return asksIn(objections, requests)
    .map((asking): FamilyAsk => {
      const { value, rev } = asking;
      const family = families.get(value.householdId);
      const sent = forms.get(value.assessmentId)?.submissions.map(({ id }) => id) ?? [];
      const at = madeAt(value.id);
      return {
        ...asking,
        at,
        isAnswered: asking.entity === 'dataRequest' && (value.answer ?? '') !== '',
        householder: family?.householder ?? '',
        code: family?.code ?? '',
        hamletName: names.get(family?.hamletId ?? '') ?? '',
        submission: asking.entity === 'objection' ? asking.value.submission : (sent.at(-1) ?? null),
        own: ownOf(outbox, value.id, rev),
      };
    })
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (isOpen(a) ? a.at - b.at : b.at - a.at));
}

/** How many wait for an answer, by assessment: for the list. */
export async function openAsks(workspace: Workspace): Promise<Map<string, number>> {
  const [objections, requests] = await Promise.all([
    workspace.rows('objection'),
    workspace.rows('dataRequest'),
  ]);
  const counts = new Map<string, number>();
  for (const asking of asksIn(objections, requests))
    if (isOpen(asking))
      counts.set(asking.value.assessmentId, (counts.get(asking.value.assessmentId) ?? 0) + 1);
  return counts;
}
