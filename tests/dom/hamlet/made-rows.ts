/** What the commune has told the phone: the campaign, its deadlines and sets, the hamlet, a unit. */
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import type { Hamlet, Household } from '#protocol/entities.ts';
import type { AssessmentRow, SubmissionRow } from '#protocol/judged-rows.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { PulledRow } from '#client/db/engine-store.ts';

export const COMMUNE_ID = 'binh-thuan';
export const CAMPAIGN_ID = '0198c1f0-0000-7000-8000-000000000001';
export const HAMLET_ID = '0198c1f0-0000-7000-8000-000000000002';
export const UNIT_ID = '0198c1f0-0000-7000-8000-000000000003';
/** Long after any clock a test may run under. */
const NEVER_LATE = Date.parse('2100-01-01T00:00:00.000Z');

export const HOUSEHOLDS = 90;

const deadline = (id: string, subjectKind: 'household' | 'hamlet' | 'unit'): PulledRow => ({
  scope: 'public',
  entity: 'deadline',
  id,
  rev: 1,
  value: {
    id,
    campaignId: CAMPAIGN_ID,
    subjectKind,
    phrase: 'trước ngày 01/01/2100',
    cutoffAt: NEVER_LATE,
    graceDays: 3,
    source: 'thử',
  },
});

export const campaignRow = (hamletSet: string): StoredRow<'campaign'> => ({
  scope: 'public',
  entity: 'campaign',
  id: CAMPAIGN_ID,
  rev: 1,
  value: {
    id: CAMPAIGN_ID,
    year: 2025,
    title: 'Phong trào thi đua',
    shortTitle: 'Thi đua 2025',
    theme: '',
    legalBases: [],
    signer: { title: '', onBehalf: '', name: 'Nguyễn Văn Ký' },
    recipients: [],
    eraseAfter: '2027-11-14',
    criteriaSets: {
      household: 'household@1',
      hamlet: hamletSet,
      unit: {
        CQ: 'unit-CQ@1',
        DT: 'unit-DT@1',
        TH: 'unit-TH@1',
        YT: 'unit-YT@1',
        DN: 'unit-DN@1',
        KH: 'unit-KH@1',
      },
    },
  },
});

export function communeRows(): PulledRow[] {
  const sets = defaultCriteriaSets();
  return [
    {
      scope: 'public',
      entity: 'commune',
      id: COMMUNE_ID,
      rev: 1,
      value: {
        id: COMMUNE_ID,
        name: 'xã Bình Thuận',
        parent: 'huyện Đại Từ',
        address: '',
        phone: '0208 3824 000',
        policePhone: '',
        standingOffice: 'Văn phòng',
        validFrom: '2020-01-01',
      },
    },
    campaignRow('hamlet@1'),
    deadline('0198c1f0-0000-7000-8000-0000000000d1', 'household'),
    deadline('0198c1f0-0000-7000-8000-0000000000d2', 'hamlet'),
    deadline('0198c1f0-0000-7000-8000-0000000000d3', 'unit'),
    ...sets.map((set): PulledRow => ({
      scope: 'public',
      entity: 'criteriaSet',
      id: `${set.id}@${set.version}`,
      rev: 1,
      value: set,
    })),
    hamletRow({ households: HOUSEHOLDS }),
    {
      scope: `unit:${UNIT_ID}`,
      entity: 'unit',
      id: UNIT_ID,
      rev: 1,
      value: {
        id: UNIT_ID,
        name: 'Trường Tiểu học Bình Thuận',
        sector: 'TH',
        subtype: '',
        validFrom: '2020-01-01',
      },
    },
  ];
}

export const hamletRow = (figures: Partial<Hamlet>, rev = 1): PulledRow => ({
  scope: 'public',
  entity: 'hamlet',
  id: HAMLET_ID,
  rev,
  value: { id: HAMLET_ID, name: 'Chùa 9', order: 9, validFrom: '2020-01-01', ...figures },
});

export const householdId = (index: number): string =>
  `0198c1f0-0000-7000-9000-${String(index).padStart(12, '0')}`;

export const householdRow = (
  index: number,
  householder: string,
  more: Partial<Household> = {},
): PulledRow => ({
  scope: `hamlet:${HAMLET_ID}`,
  entity: 'household',
  id: householdId(index),
  rev: 1,
  value: {
    id: householdId(index),
    hamletId: HAMLET_ID,
    code: `C9-${String(index).padStart(3, '0')}`,
    householder,
    ...more,
  },
});

/** A family's form as the commune holds it: its assessment and its submission. */
export function sentForm(
  index: number,
  snapshot: SubmissionRow['snapshot'],
  channel: 'self' | 'proxy' = 'self',
  state: AssessmentRow['state'] = 'received',
): PulledRow[] {
  const subjectId = householdId(index);
  const assessmentId = assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, subjectId);
  const id = `0198c1f0-0000-7000-a000-${String(index).padStart(12, '0')}`;
  const receivedAt = Date.parse('2025-11-04T02:00:00.000Z');
  return [
    {
      scope: `hamlet:${HAMLET_ID}`,
      entity: 'assessment',
      id: assessmentId,
      rev: 2,
      value: {
        id: assessmentId,
        campaignId: CAMPAIGN_ID,
        subjectKind: 'household',
        subjectId,
        hamletId: HAMLET_ID,
        state,
        statusRev: 1,
        round: 1,
        submissions: [{ id, channel, receiptCode: 'K3QF72MA7', receivedAt, current: true }],
      },
    },
    {
      scope: `hamlet:${HAMLET_ID}`,
      entity: 'submission',
      id,
      rev: 2,
      value: {
        id,
        assessmentId,
        subjectKind: 'household',
        subjectId,
        hamletId: HAMLET_ID,
        subjectName: 'Hộ',
        channel,
        round: 1,
        current: true,
        criteriaSet: 'household@1',
        snapshot,
        selfScore: 0,
        serverScore: 0,
        signedOffBy: '',
        byName: '',
        claimedAt: receivedAt,
        clockOff: 0,
        receivedAt,
        late: false,
        receiptCode: 'K3QF72MA7',
        digest: 'A'.repeat(43),
      },
    },
  ];
}
