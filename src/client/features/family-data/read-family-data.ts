/** Everything this phone knows of a family's data, read in one go. Answers only where this phone wrote them. */
import type { Answers } from '#domain/answers.ts';
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { AssessmentRow } from '#protocol/judged-rows.ts';
import {
  dataRequestSchema,
  objectionSchema,
  type DataRequest,
  type Objection,
} from '#protocol/family-records.ts';
import type { DraftRow, OutboxRow, ReceiptRow, StoredRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import type { Workspace } from '#client/workspace.ts';
import { readAsked, type Asked } from './read-asked.ts';

/** Whose records a new one is: known once the commune has answered for the slip. */
export interface Owner {
  campaignId: string;
  householdId: string;
  assessmentId: string;
}

export interface SentForm {
  opId: string;
  at: number;
  answers: Answers;
  consent: DraftRow['consent'];
}

export interface FamilyData {
  owner: Owner | null;
  draft: DraftRow | undefined;
  /** Questions the draft was begun with; undefined where this phone does not have them. */
  set: CriteriaSet | undefined;
  assessment: StoredRow<'assessment'> | undefined;
  /** Everything sealed here for the form, in order of seq. */
  own: OutboxRow[];
  /** The newest this phone sent: `gone` once its words lie in the backups alone. */
  sent: SentForm | 'gone' | null;
  receipts: ReceiptRow[];
  objections: Asked<Objection>[];
  requests: Asked<DataRequest>[];
}

type Sent = AssessmentRow['submissions'][number];

export const typedForms = ({ assessment }: FamilyData): Sent[] =>
  (assessment?.value.submissions ?? []).filter(({ channel }) => channel === 'proxy');

/** The family sent a form, from whatever phone. */
export const ownFormStands = ({ assessment }: FamilyData): boolean =>
  assessment?.value.submissions.some(({ channel, current }) => channel === 'self' && current) === true;

function sentIn(own: readonly OutboxRow[], draft: DraftRow | undefined): FamilyData['sent'] {
  const row = own.filter(({ kind }) => kind === 'assessment.submit').at(-1);
  if (row === undefined) return null;
  const head = { opId: row.opId, at: row.sealedAt };
  const operation = operationIn(row);
  if (operation?.kind === 'assessment.submit') {
    const { snapshot, consent } = operation.args;
    const choices = consent?.choices ?? [];
    return {
      ...head,
      answers: snapshot,
      consent: Object.fromEntries(choices.map(({ purpose, ...choice }) => [purpose, choice])),
    };
  }
  // The sealed words went with the backups' promise; the form itself is as it was sent until it is opened again.
  return draft?.status === 'sent' ? { ...head, answers: draft.answers, consent: draft.consent } : 'gone';
}

async function ownerOf(
  { profile, rows }: Workspace,
  assessment: StoredRow<'assessment'> | undefined,
): Promise<Owner | null> {
  const { binding, assessmentId, communeId } = profile;
  if (binding?.kind !== 'household' || assessmentId === undefined) return null;
  const campaigns = (await rows('campaign')).map(({ id }) => id);
  const campaignId =
    assessment?.value.campaignId ??
    campaigns.find((id) => assessmentIdOf(communeId, id, binding.id) === assessmentId);
  return campaignId === undefined ? null : { campaignId, householdId: binding.id, assessmentId };
}

async function setOf(workspace: Workspace, ref: string | undefined): Promise<CriteriaSet | undefined> {
  if (ref === undefined) return undefined;
  const bundled = defaultHouseholdSet();
  return (
    (await workspace.row('criteriaSet', ref))?.value ?? (criteriaRef(bundled) === ref ? bundled : undefined)
  );
}

export async function readFamilyData(workspace: Workspace): Promise<FamilyData> {
  const assessmentId = workspace.profile.assessmentId ?? '';
  const [draft, outbox, receipts, assessment] = await Promise.all([
    workspace.draft(assessmentId),
    workspace.outbox(),
    workspace.receipts(),
    workspace.row('assessment', assessmentId),
  ]);
  const [owner, set, objections, requests] = await Promise.all([
    ownerOf(workspace, assessment),
    setOf(workspace, draft?.criteriaSet),
    readAsked(workspace, 'objection', (value) => objectionSchema.safeParse(value).data, outbox),
    readAsked(workspace, 'dataRequest', (value) => dataRequestSchema.safeParse(value).data, outbox),
  ]);
  const own = outbox.filter((row) => row.assessmentId === assessmentId);
  return {
    owner,
    draft,
    set,
    assessment,
    own,
    sent: sentIn(own, draft),
    receipts: receipts.sort((a, b) => b.seq - a.seq),
    objections,
    requests,
  };
}
