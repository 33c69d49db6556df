/** An office that writes awards: its devices, and records sent on the revision they have. */
import { awardRecordSchemas, type Award } from '#protocol/award-records.ts';
import type { Intent } from '#protocol/operation.ts';
import { openCommune, secretOf, testClock, type Commune } from '../core/commune.ts';
import { results } from '../core/sending.ts';
import { SigningDevice } from '../../support/signing-device.ts';

export type AwardEntity = keyof typeof awardRecordSchemas;
type Value = { id: string } & Record<string, unknown>;

export interface Desk {
  commune: Commune;
  campaignId: string;
  newId: () => string;
  /** Another device of the office; the same name is the same account. */
  enrol(personName: string, role?: 'officer' | 'chair'): Promise<SigningDevice>;
  /** On the revision this desk knows; the verdict, or its code. */
  write(by: SigningDevice, entity: AwardEntity, value: Value): Promise<string>;
  /** In one batch, its commit's verdict last. `revert` takes it back. */
  batch(by: SigningDevice, writes: readonly [AwardEntity, Value][]): Promise<{ verdict: string; id: string }>;
  revert(by: SigningDevice, id: string, records: number): Promise<string>;
  award(id: string): Promise<Award>;
}

/** What travels: nothing undefined. */
const plain = (value: Value): Record<string, unknown> => JSON.parse(JSON.stringify(value));

export async function openDesk(day = '2025-12-01'): Promise<Desk> {
  const commune = await openCommune({ clock: testClock(Date.parse(`${day}T08:00:00+07:00`)) });
  const first = await commune.officer();
  const { campaign } = await commune.core.publicCampaign();
  const revOf = async (entity: string, id: string): Promise<number> =>
    (await commune.store.read(({ record }) => record.find(entity, id)))?.rev ?? 0;
  const intentOf = async (entity: string, value: Value, batchId?: string): Promise<Intent> => ({
    kind: 'record.put',
    args: {
      entity,
      id: value.id,
      value: plain(value),
      baseRev: await revOf(entity, value.id),
      ...(batchId === undefined ? {} : { batchId }),
    },
  });
  const tell = async (by: SigningDevice, ...intents: Intent[]): Promise<string[]> =>
    (await results(commune, by, ...intents)).map(({ verdict, code }) => code ?? verdict);
  const settle = async (
    by: SigningDevice,
    id: string,
    { state, records }: { state: string; records: number },
  ): Promise<string> => (await tell(by, await intentOf('batch', { id, state, label: '', records })))[0] ?? '';
  return {
    commune,
    campaignId: campaign.id,
    newId: () => first.newId(),
    enrol: async (personName, role = 'officer') => {
      const issued = await commune.core.createEnrolCode({ role, personName, ttlMs: 60_000 });
      if (issued.kind !== 'issued') throw new Error('no code');
      const device = await SigningDevice.make();
      const reply = await device.enrol(commune.door, secretOf(issued.fragment));
      if (reply.value === null) throw new Error(reply.text);
      return device;
    },
    write: async (by, entity, value) => (await tell(by, await intentOf(entity, value)))[0] ?? '',
    batch: async (by, writes) => {
      const id = by.newId();
      const intents: Intent[] = [];
      for (const [entity, value] of writes) intents.push(await intentOf(entity, value, id));
      await tell(by, ...intents);
      return { id, verdict: await settle(by, id, { state: 'committed', records: writes.length }) };
    },
    revert: (by, id, records) => settle(by, id, { state: 'reverted', records }),
    award: async (id) => {
      const row = await commune.store.read(({ record }) => record.find('award', id));
      return awardRecordSchemas.award.parse(JSON.parse(row?.value ?? 'null'));
    },
  };
}
