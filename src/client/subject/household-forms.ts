/** The household forms a hamlet's own figures are suggested from: one a household, the family's own before a proxy. */
import type { Answers } from '#domain/answers.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import { isFinal } from '#protocol/exchange.ts';
import { operationSchema } from '#protocol/operation.ts';
import { proxyDraftId } from './household-entries.ts';

export interface FormSources {
  hamletId: string;
  submissions: StoredRow<'submission'>[];
  assessments: StoredRow<'assessment'>[];
  outbox: OutboxRow[];
}

const isWaitingProxy = ({ kind, assessmentId, draftId, result }: OutboxRow): boolean =>
  kind === 'assessment.submit' &&
  assessmentId !== undefined &&
  draftId === proxyDraftId(assessmentId) &&
  (!result || !isFinal(result.verdict) || result.verdict === 'applied');

const snapshotIn = (row: OutboxRow): Answers | null => {
  const operation = operationSchema.safeParse(JSON.parse(row.text));
  return operation.success && operation.data.kind === 'assessment.submit'
    ? operation.data.args.snapshot
    : null;
};

/** Snapshots by assessment id. Withdrawn forms do not count; a proxy typed here counts before it is sent. */
export function householdForms({
  hamletId,
  submissions,
  assessments,
  outbox,
}: FormSources): Map<string, Answers> {
  const withdrawn = new Set(
    assessments.flatMap(({ id, value }) => (value.state === 'withdrawn' ? [id] : [])),
  );
  const forms = new Map<string, Answers>();
  for (const row of outbox) {
    if (!isWaitingProxy(row) || row.assessmentId === undefined) continue;
    const snapshot = snapshotIn(row);
    if (snapshot) forms.set(row.assessmentId, snapshot);
  }
  // Sent proxies before the families' own, so that the latter stand.
  const current = submissions
    .map(({ value }) => value)
    .filter((value) => value.current && value.subjectKind === 'household' && value.hamletId === hamletId)
    .sort((a, b) => Number(a.channel === 'self') - Number(b.channel === 'self'));
  for (const { assessmentId, snapshot, channel } of current) {
    if (channel === 'self' || !forms.has(assessmentId)) forms.set(assessmentId, snapshot);
  }
  for (const id of withdrawn) forms.delete(id);
  return forms;
}
