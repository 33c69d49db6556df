import { expect, test } from 'vitest';
import { createDice } from '#server/seed/dice.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { live } from '../../domain/awards/life.ts';
import { people, rules, TODAY, type Tried } from '../../domain/awards/office.ts';
import { faultOf } from '../../domain/awards/truths.ts';
import { stores } from '../core/commune.ts';
import { openDesk, type AwardEntity } from './desk.ts';

const SEED = 20_251_203;
/** A tenth of the lives other suites try: each is written operation by operation. */
const LIVES = Math.max(1, Math.round(stores.runs / 10));

/** What the model leaves out, so that the record is whole; whose hands it went through is the server's to say. */
function whole({ entity, value }: Tried, campaignId: string): { id: string } & Record<string, unknown> {
  const said: { id: string } & Record<string, unknown> = JSON.parse(JSON.stringify({ ...value, campaignId }));
  const each = (list: unknown, more: (at: number) => object): object[] =>
    Array.isArray(list) ? list.map((one: object, at) => ({ ...more(at), ...one })) : [];
  switch (entity) {
    case 'award': {
      const { villageVote } = said;
      const course = each(said['course'], () => ({})).map((step) => ({ ...step, by: undefined }));
      const vote = typeof villageVote === 'object' && {
        villageVote: { place: '', chair: '', secretary: '', ...villageVote },
      };
      return { summary: '', upward: false, namedPublicly: false, ...said, ...vote, course };
    }
    case 'awardNotice':
      return {
        places: '',
        ...said,
        objections: each(said['objections'], () => ({ date: TODAY, from: '' })),
      };
    case 'councilMeeting': {
      const members = each(said['members'], (at) => ({
        id: `0198f5d2-0000-7000-8000-00000000000${at}`,
        name: 'Ủy viên',
        title: '',
      }));
      return { place: '', chair: 'Sơn', secretary: 'Lan', conclusion: '', ...said, members };
    }
    case 'awardDecision':
      return { ...said, preparedBy: undefined, approvedBy: undefined };
    default:
      return said;
  }
}

test(`the commune takes what the rules let through and nothing else, write by write (${LIVES} offices, seed ${SEED})`, async () => {
  for (let run = 0; run < LIVES; run += 1) {
    const desk = await openDesk(TODAY);
    const { campaignId, newId } = desk;
    const devices = new Map<string, SigningDevice>();
    for (const person of people) devices.set(person, await desk.enrol(person));
    const [an] = [...devices.values()];
    if (an === undefined) throw new Error('nobody is there');
    expect(await desk.write(an, 'awardRules', { id: newId(), campaignId, ...rules })).toBe('applied');
    const tried: Tried[] = [];
    const place = { campaignId, newId, freezes: [], tell: (each: Tried) => tried.push(each) };
    const office = live(createDice(SEED + run).roll, 60, { place });
    for (const each of tried) {
      const by = devices.get(each.by) ?? an;
      const entity: AwardEntity = each.entity;
      const verdict = await desk.write(by, entity, whole(each, campaignId));
      expect([each, verdict, verdict === 'applied']).toEqual([each, verdict, each.taken]);
    }
    expect(tried.filter(({ taken }) => taken).length).toBeGreaterThan(10);
    expect(faultOf(office)).toBeNull();
    expect((await desk.commune.core.verify()).problems).toEqual([]);
  }
}, 120_000);
