/** What the hamlet's or unit's own screens read, in one go, so that a screen never shows halves of two moments. */
import type { CriteriaSet } from '#domain/criteria.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { Campaign, Deadline, Hamlet, Unit } from '#protocol/entities.ts';
import type { AssessmentRow, SubmissionRow } from '#protocol/judged-rows.ts';
import type { DraftRow, OutboxRow, ProfileRow, ReceiptRow, StoredRow, SyncState } from '#client/db/model.ts';
import type { Workspace } from '#client/workspace.ts';
import { deadlineFor } from './deadline-words.ts';
import { openDraft } from './open-draft.ts';

export interface SheetRows {
  profile: ProfileRow;
  campaign: Campaign | undefined;
  deadline: Deadline | undefined;
  hamlet: Hamlet | undefined;
  unit: Unit | undefined;
  /** The set the sheet is filled under: the draft's own, however many newer ones there are. */
  set: CriteriaSet | undefined;
  draft: DraftRow | undefined;
  /** The draft, or what it would begin with on this phone; absent while the set is. */
  opened: DraftRow | undefined;
  assessment: StoredRow<'assessment'> | undefined;
  registers: StoredRow<'answers'> | undefined;
  /** The submission the commune last spoke of, or the one in force. */
  sentForm: SubmissionRow | undefined;
  outbox: OutboxRow[];
  receipts: ReceiptRow[];
  sync: SyncState;
}

/** The campaign whose form this phone has open; without one (the office), the newest it was told of. */
export function campaignIn(
  rows: readonly StoredRow<'campaign'>[],
  profile?: ProfileRow,
): Campaign | undefined {
  const newest = rows.map(({ value }) => value).sort((a, b) => b.year - a.year);
  if (profile?.binding === undefined || profile.binding.kind === 'office') return newest[0];
  const { communeId, assessmentId, binding } = profile;
  return newest.find(({ id }) => assessmentIdOf(communeId, id, binding.id) === assessmentId) ?? newest[0];
}

const lastSent = ({ lastMove, submissions }: AssessmentRow): string | undefined =>
  submissions.filter(({ current }) => current).at(-1)?.id ?? lastMove?.submission;

const refFor = (campaign: Campaign | undefined, unit: Unit | undefined): string | undefined =>
  unit === undefined ? campaign?.criteriaSets.hamlet : campaign?.criteriaSets.unit[unit.sector];

export async function readSheet(workspace: Workspace): Promise<SheetRows> {
  const { profile } = workspace;
  const assessmentId = profile.assessmentId ?? '';
  const binding = profile.binding;
  const subjectId = binding !== undefined && binding.kind !== 'office' ? binding.id : '';
  const [campaigns, deadlines, outbox, receipts, sync] = await Promise.all([
    workspace.rows('campaign'),
    workspace.rows('deadline'),
    workspace.outbox(),
    workspace.receipts(),
    workspace.syncState(),
  ]);
  const [draft, hamlet, unit, assessment, registers] = await Promise.all([
    // Read by itself: from here on the workspace knows what this screen has seen of it.
    workspace.draft(assessmentId),
    binding?.kind === 'hamlet' ? workspace.row('hamlet', subjectId) : undefined,
    binding?.kind === 'unit' ? workspace.row('unit', subjectId) : undefined,
    workspace.row('assessment', assessmentId),
    workspace.row('answers', assessmentId),
  ]);
  const campaign = campaignIn(campaigns, profile);
  const sentId = assessment && lastSent(assessment.value);
  const sentForm = sentId === undefined ? undefined : await workspace.row('submission', sentId);
  const ref = draft?.criteriaSet ?? refFor(campaign, unit?.value);
  const set = ref === undefined ? undefined : await workspace.row('criteriaSet', ref);
  const subjectKind = binding?.kind === 'unit' ? 'unit' : 'hamlet';
  const opened = draft ?? (set && openDraft({ profile, set: set.value, registers, outbox }));
  return {
    profile,
    campaign,
    deadline: campaign && deadlineFor(deadlines, campaign.id, subjectKind),
    hamlet: hamlet?.value,
    unit: unit?.value,
    set: set?.value,
    draft,
    opened,
    assessment,
    registers,
    sentForm: sentForm?.value,
    outbox,
    receipts,
    sync,
  };
}
