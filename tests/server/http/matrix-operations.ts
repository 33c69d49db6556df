/** One well-formed operation of each kind against a target, so that only permission stands between it and its effect. */
import type { Intent, OperationKind } from '#protocol/operation.ts';
import type { RecordEntity } from '#protocol/entities.ts';
import type { Relation } from '#protocol/policy.ts';
import { bindingKindOf, type Role } from '#protocol/policy-roles.ts';
import type { Standing } from './front-door.ts';
import { setRefOf, yesNoOf, type SmallCommune, type Target } from './small-commune.ts';

const HASH = 'A'.repeat(43);

/** How a target stands to the commune's device of that role; the matrix's own reading of `protocol.md` §6. */
export function relationOf(commune: SmallCommune, role: Role, target: Target): Relation | null {
  const kind = bindingKindOf[role];
  if (kind === 'office') return 'commune';
  const own = { household: commune.households[0], hamlet: commune.hamletA, unit: commune.units[0] }[kind];
  if (own.id === target.id) return 'own';
  return kind === 'hamlet' && target.hamletId === own.id ? 'ownHousehold' : null;
}

export function intentFor(
  commune: SmallCommune,
  role: Role,
  kind: Exclude<OperationKind, 'record.put'>,
  target: Target,
  /** How the target's form stands: what a move and points must name. */
  standing: Standing = { state: 'draft', statusRev: 0 },
): Intent {
  const { assessmentId } = target;
  const criterionId = yesNoOf(commune, target);
  const { statusRev, submission = { id: assessmentId, digest: HASH } } = standing;
  switch (kind) {
    case 'answers.save':
      return { kind, args: { assessmentId, changes: { [criterionId]: { value: true, bases: [] } } } };
    case 'photo.add':
      return {
        kind,
        args: {
          assessmentId,
          criterionId,
          photoId: HASH,
          sha256: HASH,
          bytes: 1,
          mime: 'image/jpeg',
          w: 1,
          h: 1,
        },
      };
    case 'photo.remove':
      return { kind, args: { photoId: HASH, assessmentId } };
    case 'assessment.submit':
      return {
        kind,
        args: {
          assessmentId,
          criteriaSet: setRefOf(commune, target),
          snapshot: { [criterionId]: true },
          bases: {},
          photos: [],
          selfScore: 0,
          signedOffBy: `${target.canary}-SUBMITTED`,
          ...(target.kind === 'household' && {
            consent: {
              mode: role === 'household' ? ('self' as const) : ('readAloud' as const),
              choices: [{ purpose: 'process' as const, textVersion: '1.0', agreed: true, at: 1 }],
            },
          }),
        },
      };
    case 'assessment.move':
      return {
        kind,
        args: {
          assessmentId,
          submission: submission.id,
          to: bindingKindOf[role] === 'office' ? 'underReview' : 'withdrawn',
          statusRev,
        },
      };
    case 'score.set':
      return {
        kind,
        args: {
          submission: submission.id,
          criterionId,
          points: 0,
          reasonCode: 'x',
          reason: `${target.canary}-SCORE`,
          basis: submission.digest,
          bases: [],
        },
      };
    case 'comment.add':
      return { kind, args: { assessmentId, text: `${target.canary}-COMMENT` } };
  }
}

export interface RecordCase {
  entity: RecordEntity;
  id: string;
  value: Record<string, unknown>;
  /** What the record is or belongs to; absent = the commune as a whole. */
  target?: Target;
}

/** A record of each entity, new where the entity allows it. */
export function recordCases(commune: SmallCommune, newId: () => string): RecordCase[] {
  const { campaign, households, units, hamletA, hamletB } = commune;
  const validFrom = '2025-07-01';
  const fresh = (entity: RecordEntity, value: Record<string, unknown>, id = newId()): RecordCase => ({
    entity,
    id,
    value: { ...value, id },
  });
  const householdSet = commune.sets.get(campaign.criteriaSets.household);
  return [
    ...[hamletA, hamletB].map((target): RecordCase => ({
      ...fresh('household', { hamletId: target.id, householder: `${target.canary}-NEW` }),
      // A family that is only being written down belongs to its hamlet.
      target: { ...target, kind: 'household', id: '', hamletId: target.id },
    })),
    ...households.map((target): RecordCase => ({
      ...fresh('household', { hamletId: target.hamletId, householder: target.canary }, target.id),
      target,
    })),
    ...[hamletA, hamletB].map((target): RecordCase => ({
      ...fresh('hamlet', { name: target.canary, order: 1, validFrom }, target.id),
      target,
    })),
    ...units.map((target): RecordCase => ({
      ...fresh('unit', { name: target.canary, sector: 'TH', subtype: 'tieuHoc', validFrom }, target.id),
      target,
    })),
    fresh('deadline', {
      campaignId: campaign.id,
      subjectKind: 'unit',
      phrase: 'x',
      cutoffAt: 1,
      graceDays: 0,
      source: 'x',
    }),
    fresh('campaign', { ...campaign }),
    { entity: 'criteriaSet', id: 'household@1', value: { ...householdSet } },
    {
      entity: 'commune',
      id: 'khac',
      value: {
        id: 'khac',
        name: 'x',
        parent: '',
        address: '',
        phone: '',
        policePhone: '',
        standingOffice: '',
        validFrom,
      },
    },
    fresh('person', { name: 'x', role: 'officer' }),
    fresh('batch', { state: 'committed', label: 'x', records: 0 }),
  ];
}
