/** A unit whose form the commune has verified, as it lies on a machine. */
import type { UnitReportFacts } from '#domain/papers/unit-report-facts.ts';
import { unitFigures } from '#domain/papers/unit-report-facts.ts';
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import type { Scope } from '#protocol/exchange.ts';
import type { PulledRow } from '#client/db/engine-store.ts';
import { CAMPAIGN_ID, COMMUNE_ID, UNIT_ID } from '../hamlet/made-rows.ts';

const ID = '0198c1f0-0000-7000-a000-00000000000a';
const AT = Date.parse('2025-11-04T02:00:00.000Z');

/** Its form as it was sent, the commune's verdict and points; signed by Lê Văn Ký. */
export function verifiedUnitRows(facts: UnitReportFacts, scope: Scope): PulledRow[] {
  const { sheet } = unitFigures(facts);
  const assessmentId = assessmentIdOf(COMMUNE_ID, CAMPAIGN_ID, UNIT_ID);
  const common = { subjectKind: 'unit', subjectId: UNIT_ID, round: 1 } as const;
  return [
    {
      scope,
      entity: 'assessment',
      id: assessmentId,
      rev: 2,
      value: {
        ...common,
        id: assessmentId,
        campaignId: CAMPAIGN_ID,
        state: 'verified',
        statusRev: 3,
        submissions: [{ id: ID, channel: 'self', receiptCode: 'K3QF72MA7', receivedAt: AT, current: true }],
        lastMove: { to: 'verified', submission: ID, at: AT, byName: 'Xã', byRole: 'officer' },
      },
    },
    {
      scope,
      entity: 'submission',
      id: ID,
      rev: 2,
      value: {
        ...common,
        id: ID,
        assessmentId,
        subjectName: facts.unit,
        channel: 'self',
        current: true,
        criteriaSet: 'unit-TH@1',
        snapshot: facts.answers,
        selfScore: sheet.normalised,
        serverScore: sheet.normalised,
        signedOffBy: 'Lê Văn Ký',
        byName: '',
        claimedAt: AT,
        clockOff: 0,
        receivedAt: AT,
        late: false,
        receiptCode: 'K3QF72MA7',
        digest: 'A'.repeat(43),
      },
    },
    {
      scope,
      entity: 'scores',
      id: ID,
      rev: 1,
      value: {
        submissionId: ID,
        assessmentId,
        fields: Object.fromEntries(
          facts.set.groups
            .flatMap(({ criteria }) => criteria)
            .map(({ id: criterion }) => [
              criterion,
              [
                {
                  opId: ID,
                  points: facts.given?.[criterion] ?? 0,
                  reasonCode: facts.given?.[criterion] === undefined ? NOT_APPLICABLE : 'checked',
                  reason: '',
                  byName: 'Xã',
                  byRole: 'officer' as const,
                  at: AT,
                },
              ],
            ]),
        ),
      },
    },
  ];
}
