/** What the pages of papers read, in one go, so that a page never shows halves of two moments. */
import {
  evidenceSchema,
  narrativeSchema,
  nominationSchema,
  planSchema,
  type Evidence,
  type Narrative,
  type Nomination,
  type Plan,
} from '#protocol/subject-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import { ownerOf, ownRecords, type Owner } from '#client/subject/own-records.ts';
import { readSheet, type SheetRows } from '#client/subject/read-sheet.ts';
import { staleRecords, type StaleRecord } from '#client/subject/stale-records.ts';
import type { Workspace } from '#client/workspace.ts';

export interface Stale {
  plan: StaleRecord<Plan>[];
  narrative: StaleRecord<Narrative>[];
  nomination: StaleRecord<Nomination>[];
  evidence: StaleRecord<Evidence>[];
}

export interface PaperRows {
  sheet: SheetRows;
  /** null before the commune's campaign is on this phone. */
  owner: Owner | null;
  plan: StoredRow<'plan'> | undefined;
  narrative: StoredRow<'narrative'> | undefined;
  nominations: StoredRow<'nomination'>[];
  evidence: StoredRow<'evidence'>[];
  activities: StoredRow<'activity'>[];
  stale: Stale;
}

export async function readPapers(workspace: Workspace): Promise<PaperRows> {
  const sheet = await readSheet(workspace);
  const owner = ownerOf(sheet.profile, sheet.campaign?.id);
  const whose = owner ?? { campaignId: '', subjectId: '' };
  const [plans, narratives, nominations, evidence, activities] = await Promise.all([
    ownRecords(workspace, 'plan', whose),
    ownRecords(workspace, 'narrative', whose),
    ownRecords(workspace, 'nomination', whose),
    ownRecords(workspace, 'evidence', whose),
    ownRecords(workspace, 'activity', whose),
  ]);
  const { outbox } = sheet;
  return {
    sheet,
    owner,
    plan: plans[0],
    narrative: narratives[0],
    nominations,
    evidence,
    activities,
    stale: {
      plan: staleRecords(outbox, 'plan', planSchema),
      narrative: staleRecords(outbox, 'narrative', narrativeSchema),
      nomination: staleRecords(outbox, 'nomination', nominationSchema),
      evidence: staleRecords(outbox, 'evidence', evidenceSchema),
    },
  };
}

/** A page of papers is given once there is somebody's own to show. */
export interface OwnPapers extends PaperRows {
  owner: Owner;
}
