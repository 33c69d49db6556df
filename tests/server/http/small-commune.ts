/**
 * A commune small enough to reason about, made through the front door: two hamlets with three households, two units,
 * and a device for every role. Every word somebody might leak is a canary: it names the scope it belongs to.
 */
import type { CriteriaSet } from '#domain/criteria.ts';
import { criteriaOf } from '#domain/criteria-set.ts';
import { publicCampaignSchema } from '#protocol/public.ts';
import type { FeedRow } from '#protocol/exchange.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { rowSchemas, type Campaign } from '#protocol/entities.ts';
import { bindingKindOf, roles, type Role } from '#protocol/policy-roles.ts';
import type { IssueOutcome } from '#server/core-types.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { enrolled, type FrontDoor } from './front-door.ts';

export interface Target {
  kind: 'household' | 'hamlet' | 'unit';
  id: string;
  /** Hamlet of a household. */
  hamletId: string;
  assessmentId: string;
  canary: string;
}

export interface SmallCommune {
  campaign: Campaign;
  hamletA: Target;
  hamletB: Target;
  /** Two families of hamlet A, one of hamlet B. */
  households: [Target, Target, Target];
  units: [Target, Target];
  officer: SigningDevice;
  sets: Map<string, CriteriaSet>;
  /** A fresh device of that role: hamlet A, its first family, the first unit, or the office. */
  enrol: (role: Role) => Promise<SigningDevice>;
  devices: Map<Role, SigningDevice>;
}

const EVERYTHING = { cursors: {}, maxBytes: 262_144 };

/** All rows a device is shown from the beginning, whatever it asks for beside. */
export async function pullAll(
  front: Pick<FrontDoor, 'door'>,
  device: SigningDevice,
  asked: readonly string[] = [],
): Promise<FeedRow[]> {
  const rows: FeedRow[] = [];
  let cursors: Record<string, number> = Object.fromEntries(asked.map((scope) => [scope, 0]));
  for (let more = true; more;) {
    const { value, text } = await device.exchange(front.door, [], { pull: { ...EVERYTHING, cursors } });
    if (value === null) throw new Error(text);
    rows.push(...value.rows);
    ({ cursors, more } = value);
  }
  return rows;
}

async function applied(front: Pick<FrontDoor, 'door'>, device: SigningDevice, ops: string[]): Promise<void> {
  const { value, text } = await device.exchange(front.door, ops);
  if (value === null || value.results.some(({ verdict }) => verdict !== 'applied')) throw new Error(text);
}

/** `mark`: what its canaries begin with, where two communes meet. */
export async function makeSmallCommune(
  front: Pick<FrontDoor, 'core' | 'door'>,
  mark = 'CANARY',
): Promise<SmallCommune> {
  const { core, door } = front;
  const officer = await enrolled(door, await core.createEnrolCode({ role: 'officer', ttlMs: 60_000 }));
  const { campaign } = publicCampaignSchema.parse(await (await door('/api/v1/public/campaign', {})).json());
  const shown = await pullAll(front, officer);
  const [hamlet1, hamlet2] = shown.filter(({ entity }) => entity === 'hamlet');
  const targetOf = (kind: Target['kind'], id: string, canary: string, hamletId = ''): Target => ({
    kind,
    id,
    hamletId,
    canary,
    assessmentId: assessmentIdOf(core.communeId, campaign.id, id),
  });
  const hamletA = targetOf('hamlet', hamlet1?.id ?? '', `${mark}-HAMLET-A`);
  const hamletB = targetOf('hamlet', hamlet2?.id ?? '', `${mark}-HAMLET-B`);
  const household = (hamlet: Target, canary: string): Target =>
    targetOf('household', officer.newId(), canary, hamlet.id);
  const households: SmallCommune['households'] = [
    household(hamletA, `${mark}-FAMILY-1`),
    household(hamletA, `${mark}-FAMILY-2`),
    household(hamletB, `${mark}-FAMILY-3`),
  ];
  const units: SmallCommune['units'] = [
    targetOf('unit', officer.newId(), `${mark}-UNIT-1`),
    targetOf('unit', officer.newId(), `${mark}-UNIT-2`),
  ];
  const put = (entity: string, id: string, value: Record<string, unknown>, baseRev = 0): string =>
    officer.seal({ kind: 'record.put', args: { entity, id, value, baseRev } });
  const hamletPut = (target: Target, row: FeedRow | undefined): string =>
    put('hamlet', target.id, { ...row?.value, headName: target.canary }, row?.rev ?? 0);
  await applied(front, officer, [
    hamletPut(hamletA, hamlet1),
    hamletPut(hamletB, hamlet2),
    ...households.map(({ id, hamletId, canary }) =>
      put('household', id, { id, hamletId, householder: canary }),
    ),
    ...units.map(({ id, canary }) =>
      put('unit', id, { id, name: canary, sector: 'TH', subtype: 'tieuHoc', validFrom: '2025-07-01' }),
    ),
  ]);

  const sets = new Map(
    shown
      .filter(({ entity }) => entity === 'criteriaSet')
      .map(({ id, value }) => [id, rowSchemas.criteriaSet.parse(value)] as const),
  );
  // So that whoever scores beside the officer may score whatever its policy row allows.
  const assign = (subjectKind: Target['kind'], set: CriteriaSet | undefined): string => {
    const id = officer.newId();
    const groups = set?.groups.map(({ code }) => code) ?? [];
    const about = { campaignId: campaign.id, role: 'cultureOfficer', subjectKind, groups };
    return put('scoringAssignment', id, { id, ...about });
  };
  const { household: ofFamilies, hamlet: ofHamlets, unit } = campaign.criteriaSets;
  await applied(front, officer, [
    assign('household', sets.get(ofFamilies)),
    assign('hamlet', sets.get(ofHamlets)),
    assign('unit', sets.get(unit['TH'] ?? '')),
  ]);

  const issue = (role: Role): Promise<IssueOutcome> => {
    if (role === 'household') return core.createSlip(households[0].id);
    const subject = { hamlet: hamletA.id, unit: units[0].id, office: undefined, household: undefined }[
      bindingKindOf[role]
    ];
    return core.createEnrolCode({ role, ttlMs: 600_000, ...(subject !== undefined && { subject }) });
  };
  const enrol = async (role: Role): Promise<SigningDevice> => enrolled(door, await issue(role));
  const devices = new Map<Role, SigningDevice>();
  for (const role of roles) devices.set(role, await enrol(role));
  return { campaign, hamletA, hamletB, households, units, officer, sets, enrol, devices };
}

/** Reference of the set a target is measured by. */
export function setRefOf({ campaign }: SmallCommune, target: Target): string {
  if (target.kind === 'unit') return campaign.criteriaSets.unit['TH'] ?? '';
  return campaign.criteriaSets[target.kind];
}

/** A yes/no criterion of the target's set, to answer with `true`. */
export const yesNoOf = (commune: SmallCommune, target: Target): string => {
  const set = commune.sets.get(setRefOf(commune, target));
  const criterion = set === undefined ? undefined : criteriaOf(set).find(({ type }) => type === 'yesno');
  if (criterion === undefined) throw new Error(`no yes/no criterion for a ${target.kind}`);
  return criterion.id;
};
