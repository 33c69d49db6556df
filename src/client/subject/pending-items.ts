/**
 * The things on this phone as a person counts them: what needs a hand, what waits, what arrived. Derived from the
 * outbox; several saves of one draft are one thing, and what a newer version replaced is no thing any more.
 */
import type { Result } from '#protocol/exchange.ts';
import { operationSchema, type RecordPutArgs } from '#protocol/operation.ts';
import { bindingKindOf } from '#protocol/policy-roles.ts';
import { isSubjectRecord, type SubjectRecordEntity } from '#protocol/subject-records.ts';
import type { DraftRow, OutboxRow, ProfileRow, ReceiptRow, StoredRow } from '#client/db/model.ts';
import { stateOf, type FormState } from '#client/state-of.ts';
import type { EnginePhase } from '#client/workspace.ts';
import { proxyDraftId } from './household-entries.ts';
import { standingState } from './round.ts';

export interface PendingItem {
  key: string;
  opId: string;
  kind: OutboxRow['kind'];
  group: 'hand' | 'waiting' | 'received';
  thing: Thing;
  state: FormState;
  /** Why it stands where it stands, for the sentence. */
  result: OutboxRow['result'];
  sealedAt: number;
  receipt: ReceiptRow | undefined;
}

export type Thing =
  | {
      kind:
        | 'hamletSheet'
        | 'unitSheet'
        | 'ownSheet'
        | 'draftAnswers'
        | 'photo'
        | 'withdraw'
        | 'move'
        | 'score'
        | 'comment'
        | 'record'
        | 'link';
    }
  | { kind: 'proxySheet' | 'householdNew' | 'householdChange'; name: string }
  /** A record the subject owns: its plan, its report, a paper under a question … */
  | { kind: 'paper'; entity: SubjectRecordEntity };

export interface PendingSources {
  profile: ProfileRow;
  outbox: readonly OutboxRow[];
  receipts: readonly ReceiptRow[];
  drafts: readonly DraftRow[];
  assessments: readonly StoredRow<'assessment'>[];
  safeSeq: number;
  phase: EnginePhase;
  /** Phones of this subject wrote something differently, and nobody has chosen. */
  hasConflict: boolean;
}

/** Only records are read: a list of hundreds of forms is drawn from what stands beside their bodies. */
const recordIn = (row: OutboxRow): RecordPutArgs | null => {
  const operation = operationSchema.safeParse(JSON.parse(row.text));
  return operation.success && operation.data.kind === 'record.put' ? operation.data.args : null;
};

function recordThing(row: OutboxRow): Thing {
  const record = recordIn(row);
  if (record !== null && isSubjectRecord(record.entity)) return { kind: 'paper', entity: record.entity };
  if (record?.entity !== 'household') return { kind: 'record' };
  const householder: unknown = record.value?.['householder'];
  return {
    kind: record.baseRev === 0 ? 'householdNew' : 'householdChange',
    name: typeof householder === 'string' ? householder : '',
  };
}

function thingOf(row: OutboxRow, { drafts, profile }: PendingSources): Thing {
  switch (row.kind) {
    case 'assessment.submit': {
      const draft = drafts.find(({ id }) => id === row.draftId);
      if (draft?.channel === 'proxy') return { kind: 'proxySheet', name: draft.subjectName };
      if (profile.role === 'household') return { kind: 'ownSheet' };
      return { kind: profile.role === 'unitContact' ? 'unitSheet' : 'hamletSheet' };
    }
    case 'answers.save':
      return { kind: 'draftAnswers' };
    case 'comment.add':
      return { kind: 'comment' };
    case 'record.put':
      return recordThing(row);
    case 'photo.add':
    case 'photo.remove':
      return { kind: 'photo' };
    case 'assessment.move':
      return { kind: bindingKindOf[profile.role] === 'office' ? 'move' : 'withdraw' };
    case 'score.set':
      return { kind: 'score' };
  }
}

/**
 * A note the machine makes by itself, once a month: nobody waits for it, and where another phone of the subject was first,
 * that one stands.
 */
const isOwnNote = (row: OutboxRow): boolean =>
  row.kind === 'record.put' && recordIn(row)?.entity === 'scoreSnapshot';

/** Operations that stand for the same thing: only the newest of them is shown. */
const sameThing = (row: OutboxRow): string => {
  if (row.kind === 'assessment.submit') return `submit ${row.draftId ?? row.assessmentId ?? row.opId}`;
  if (row.kind === 'answers.save') return `save ${row.assessmentId ?? ''}`;
  if (row.kind === 'assessment.move') return `move ${row.assessmentId ?? ''}`;
  const record = row.kind === 'record.put' ? recordIn(row) : null;
  // Written anew, also on what another phone had changed: the newest is what its person means.
  if (record !== null) return `record ${record.entity} ${record.id}`;
  return row.opId;
};

const groupOf = ({ word }: FormState): PendingItem['group'] => {
  if (word === 'setAside' || word === 'returned') return 'hand';
  // A phone that must scan again is one task for a hand (the link), not one for each thing that waits behind it.
  return word === 'queued' || word === 'sending' || word === 'lockedOut' ? 'waiting' : 'received';
};

/** A conflict was received too: both values are kept, and choosing is a task of the sheet. */
const holds = ({ verdict }: Result): boolean => verdict === 'applied' || verdict === 'conflict';

function stateFor(row: OutboxRow, receipt: ReceiptRow | undefined, sources: PendingSources): FormState {
  const { phase, profile, safeSeq, assessments } = sources;
  // Only a submission has a receipt of its own; for the rest the verified reply that carried the verdict is the proof.
  const answered = row.kind !== 'assessment.submit' && row.result !== undefined && holds(row.result);
  const held = answered ? { code: '', receivedAt: row.settledAt ?? row.sealedAt } : receipt;
  const state =
    row.kind === 'assessment.submit'
      ? standingState({ assessment: assessments.find(({ id }) => id === row.assessmentId), own: [row] })
      : undefined;
  return stateOf({
    submission: row,
    receipt: held,
    assessment: state === undefined ? undefined : { state },
    phase,
    link: profile.link,
    safeSeq,
  });
}

const needsCode = ({ profile, phase }: PendingSources): boolean =>
  profile.link.state === 'lockedOut' ||
  (phase.kind === 'waiting' && (phase.reason === 'needsScan' || phase.reason === 'codeRefused'));

/** Tasks that stand behind no one operation. */
function tasksOf(sources: PendingSources): PendingItem[] {
  const task = (key: string, thing: Thing, state: FormState): PendingItem => ({
    key,
    opId: '',
    kind: 'answers.save',
    group: 'hand',
    thing,
    state,
    result: undefined,
    sealedAt: 0,
    receipt: undefined,
  });
  const sheet: Thing = { kind: sources.profile.role === 'unitContact' ? 'unitSheet' : 'hamletSheet' };
  return [
    ...(needsCode(sources) ? [task('link', { kind: 'link' }, { word: 'lockedOut' })] : []),
    ...(sources.hasConflict ? [task('conflict', sheet, { word: 'conflict', count: 1 })] : []),
  ];
}

/** A move that was refused is a task only until something else happened to its form. */
const isMovedPast = ({ kind, assessmentId, result }: OutboxRow, { assessments }: PendingSources): boolean =>
  kind === 'assessment.move' &&
  result?.verdict === 'refused' &&
  (assessments.find(({ id }) => id === assessmentId)?.rev ?? 0) > (result.rev ?? Infinity);

const order: Record<PendingItem['group'], number> = { hand: 0, waiting: 1, received: 2 };

/** Typed for a family that has left this phone (`sync/rare/drop-gone.ts`): nothing is left to do or to open. */
const isOfGone = ({ kind, draftId, assessmentId, result }: OutboxRow, { drafts }: PendingSources): boolean =>
  kind === 'assessment.submit' &&
  result !== undefined &&
  draftId === proxyDraftId(assessmentId ?? '') &&
  !drafts.some(({ id }) => id === draftId);

/** Those that need a hand first, then what waits (oldest first), then what arrived (newest first). */
export function pendingItems(sources: PendingSources): PendingItem[] {
  const newest = new Map<string, OutboxRow>();
  for (const row of sources.outbox) if (!isOwnNote(row)) newest.set(sameThing(row), row);
  const items = [...newest.entries()].flatMap(([key, row]): PendingItem[] => {
    const receipt = sources.receipts.find(({ opId }) => opId === row.opId);
    const state = stateFor(row, receipt, sources);
    if (isMovedPast(row, sources) || isOfGone(row, sources)) return [];
    const group = groupOf(state);
    // A draft that arrived is no news: its sheet is what people look for.
    if (group === 'received' && row.kind !== 'assessment.submit') return [];
    return [
      {
        key,
        opId: row.opId,
        kind: row.kind,
        group,
        thing: thingOf(row, sources),
        state,
        result: row.result,
        sealedAt: row.sealedAt,
        receipt,
      },
    ];
  });
  return [...tasksOf(sources), ...items].sort(
    (a, b) =>
      order[a.group] - order[b.group] ||
      (a.group === 'received' ? b.sealedAt - a.sealedAt : a.sealedAt - b.sealedAt),
  );
}

/** What the badge counts: everything that has not arrived. */
export const countPending = (items: readonly PendingItem[]): number =>
  items.filter(({ group }) => group !== 'received').length;
