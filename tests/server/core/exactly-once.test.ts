import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXCHANGE_PATH, isFinal } from '#protocol/exchange.ts';
import type { Door, SigningDevice } from '../../support/signing-device.ts';
import type { Store } from '#server/store/store.ts';
import { openCommune, stores, type Commune } from './commune.ts';

const SEED = 20_261_122;

/** What the network does to one exchange. */
const lucks = ['through', 'requestLost', 'replyLost', 'twice', 'late'] as const;
type Luck = (typeof lucks)[number];

/** A door over which requests and replies are lost, doubled, or delivered after a later one. */
function unlucky(door: Door, luck: Luck, held: (() => Promise<unknown>)[]): Door {
  return async (path, init) => {
    const lost = () => {
      throw new TypeError('network');
    };
    switch (luck) {
      case 'through':
        return door(path, init);
      case 'requestLost':
        return lost();
      case 'replyLost':
        await door(path, init);
        return lost();
      case 'twice': {
        const first = await door(path, init);
        await door(path, init);
        return first;
      }
      case 'late':
        held.push(async () => door(path, init));
        return lost();
    }
  };
}

interface Outbox {
  phone: SigningDevice;
  texts: string[];
}

/** One try of an honest phone: sends from where it believes the server to be; true when it is answered. */
async function tryOnce(door: Door, { phone, texts }: Outbox, size: number): Promise<boolean> {
  try {
    const reply = await phone.exchange(door, texts.slice(phone.lastSeq, phone.lastSeq + size));
    if (reply.value === null) {
      const problem: { code: string; challenge?: string } = JSON.parse(reply.text);
      if (problem.challenge !== undefined) phone.challenge = problem.challenge;
      return false;
    }
    expect(reply.value.results.every(({ verdict }) => isFinal(verdict))).toBe(true);
    return true;
  } catch (error) {
    if (error instanceof TypeError && error.message === 'network') return false;
    throw error;
  }
}

const step = fc.record({
  who: fc.nat(1),
  luck: fc.constantFrom(...lucks),
  size: fc.integer({ min: 1, max: 4 }),
  deliverHeld: fc.boolean(),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Two phones of one hamlet live through the steps and then through a network that works; what came of it. */
async function live(commune: Commune, steps: readonly Step[], count: number) {
  const outboxes: Outbox[] = [];
  for (let index = 0; index < 2; index++) {
    const phone = await commune.head();
    const assessmentId = phone.enrolment?.assessmentId ?? '';
    const texts = Array.from({ length: count }, (_, at) =>
      phone.seal({ kind: 'comment.add', args: { assessmentId, text: `máy ${index} câu ${at}` } }),
    );
    outboxes.push({ phone, texts });
  }
  const held: (() => Promise<unknown>)[] = [];
  for (const { who, luck, size, deliverHeld } of steps) {
    const outbox = outboxes[who];
    if (outbox !== undefined) await tryOnce(unlucky(commune.door, luck, held), outbox, size);
    if (deliverHeld) await held.shift()?.();
  }
  for (const deliver of held) await deliver();
  for (const outbox of outboxes)
    for (let turn = 0; turn < 30 && outbox.phone.lastSeq < count; turn++)
      await tryOnce(commune.door, outbox, 8);
  const { problems, counts } = await commune.core.verify();
  await commune.core.close();
  return {
    lastSeqs: outboxes.map(({ phone }) => phone.lastSeq),
    problems,
    comments: counts['comments'],
    aside: counts['quarantined'],
  };
}
const eachOnce = (count: number) => ({
  lastSeqs: [count, count],
  problems: [],
  comments: 2 * count,
  aside: 0,
});

test(`every operation takes effect exactly once, whatever the network does (seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 25 }),
      fc.integer({ min: 1, max: 8 }),
      async (steps, count) => {
        expect(await live(await openCommune(), steps, count)).toEqual(eachOnce(count));
      },
    ),
    { seed: SEED, numRuns: stores.runs },
  );
}, 120_000);

test('the control: a store that answers and forgets fails the same check', async () => {
  let forgets = false;
  const forgetful = (store: Store): Store => ({
    ...store,
    write: async (job) => {
      if (!forgets) return store.write(job);
      const answers: Awaited<ReturnType<typeof job>>[] = [];
      const undo = new Error('forgotten');
      await store
        .write(async (transaction) => {
          answers.push(await job(transaction));
          throw undo;
        })
        .catch((error: unknown) => {
          if (error !== undo) throw error;
        });
      const [answer] = answers;
      if (answer === undefined) throw undo;
      return answer;
    },
  });
  const commune = await openCommune({ wrapStore: forgetful });
  const door: Door = async (path, init) => {
    forgets = path === EXCHANGE_PATH;
    try {
      return await commune.door(path, init);
    } finally {
      forgets = false;
    }
  };
  expect(await live({ ...commune, door }, [], 3)).not.toEqual(eachOnce(3));
});
