/**
 * The household forms a hamlet's own figures are suggested from: one a household, the family's own before a proxy.
 * Left out: what was withdrawn, what the family asked not to be used, households that moved away or were merged, and what
 * was typed for a family that objects to it (`protocol.md` §6).
 */
import type { Answers } from '#domain/answers.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { freezes, restricts } from '#protocol/family-records.ts';
import { isFinal } from '#protocol/exchange.ts';
import type { OutboxRow, StoredRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { proxyDraftId } from './household-entries.ts';
import { hasEnded } from './household-gone.ts';

export interface FormSources {
  communeId: string;
  campaignId: string;
  hamletId: string;
  households: readonly StoredRow<'household'>[];
  submissions: readonly StoredRow<'submission'>[];
  assessments: readonly StoredRow<'assessment'>[];
  objections: readonly StoredRow<'objection'>[];
  requests: readonly StoredRow<'dataRequest'>[];
  outbox: readonly OutboxRow[];
}

const isWaitingProxy = ({ kind, assessmentId, draftId, result }: OutboxRow): boolean =>
  kind === 'assessment.submit' &&
  assessmentId !== undefined &&
  draftId === proxyDraftId(assessmentId) &&
  (!result || !isFinal(result.verdict) || result.verdict === 'applied');

const snapshotIn = (row: OutboxRow): Answers | null => {
  const operation = operationIn(row);
  return operation?.kind === 'assessment.submit' ? operation.args.snapshot : null;
};

/** Assessments that count for nothing now, however much was sent of them. */
function leftOut({ communeId, campaignId, households, assessments, requests }: FormSources): Set<string> {
  const ended = households.flatMap(({ value }) =>
    hasEnded(value) ? [assessmentIdOf(communeId, campaignId, value.id)] : [],
  );
  const others = assessments.flatMap(({ id, value }) =>
    value.state === 'withdrawn' || value.campaignId !== campaignId ? [id] : [],
  );
  const restricted = requests.flatMap(({ value }) => (restricts(value) ? [value.assessmentId] : []));
  return new Set([...ended, ...others, ...restricted]);
}

/**
 * Forms typed here whose family is in the list no more: erased, or another hamlet's now. What the commune shows of a form
 * says so by itself; only those it shows nothing of are asked about, each household being a hash.
 */
function withoutFamily(
  typed: readonly string[],
  { communeId, campaignId, households, assessments }: FormSources,
) {
  const known = new Set(assessments.map(({ id }) => id));
  const unknown = typed.filter((id) => !known.has(id));
  if (unknown.length === 0) return [];
  const listed = new Set(households.map(({ id }) => assessmentIdOf(communeId, campaignId, id)));
  return unknown.filter((id) => !listed.has(id));
}

/** Snapshots by assessment id. A proxy typed here counts before it is sent. */
export function householdForms(sources: FormSources): Map<string, Answers> {
  const { hamletId, submissions, objections, outbox } = sources;
  const frozen = new Set(objections.flatMap(({ value }) => (freezes(value) ? [value.submission] : [])));
  const forms = new Map<string, Answers>();
  for (const row of outbox) {
    if (!isWaitingProxy(row) || row.assessmentId === undefined || frozen.has(row.opId)) continue;
    const snapshot = snapshotIn(row);
    if (snapshot) forms.set(row.assessmentId, snapshot);
  }
  for (const id of withoutFamily([...forms.keys()], sources)) forms.delete(id);
  // Sent proxies before the families' own, so that the latter stand.
  const current = submissions
    .map(({ value }) => value)
    .filter(
      ({ id, current: isCurrent, subjectKind, hamletId: of }) =>
        isCurrent && subjectKind === 'household' && of === hamletId && !frozen.has(id),
    )
    .sort((a, b) => Number(a.channel === 'self') - Number(b.channel === 'self'));
  for (const { assessmentId, snapshot, channel } of current) {
    if (channel === 'self' || !forms.has(assessmentId)) forms.set(assessmentId, snapshot);
  }
  for (const id of leftOut(sources)) forms.delete(id);
  return forms;
}
