/**
 * Forms an officer opened on this machine, for the commune's log of who looked at what. They are read from the machine's
 * own copy, without a network: kept on disk until the commune has answered that it took them.
 */
import { dayOf } from '#domain/day.ts';
import { OPENED_MAX, OPENED_PATH, openedResponseSchema, type Opening } from '#protocol/opened.ts';
import { askProven } from '../ask-proven.ts';
import { identityOf } from '../device-key.ts';
import { newNonce } from '../nonce.ts';
import type { RescueContext } from '../rescue/rescue-context.ts';
import { postSigned } from '../transport.ts';

export interface OpenedForms {
  /** Once a form and day (UTC+7); resolves when it is on disk. */
  note(assessmentId: string): Promise<void>;
  /** Tells the commune what it does not know. `kept`: it did not answer, or asks for a session; to be tried again. */
  send(): Promise<'nothing' | 'sent' | 'kept'>;
}

const isSame = (a: Opening, b: Opening): boolean => a.assessmentId === b.assessmentId && a.at === b.at;

export function createOpenedForms({
  store,
  environment,
}: Pick<RescueContext, 'store' | 'environment'>): OpenedForms {
  const { tables } = store;
  const waiting = (): Promise<Opening[]> =>
    tables.read(['meta'], async (tx) => (await tx.note('opened')) ?? []);

  async function tell(opened: readonly Opening[]): Promise<boolean> {
    const { deviceId, keys } = await identityOf(store);
    const { ackedSeq, lastChain } = await store.state();
    const sent = { lastSeq: ackedSeq, chain: (await store.chainAt(ackedSeq)) ?? lastChain };
    const request = { v: 1, nonce: newNonce(environment.chance), opened };
    const answer = { schema: openedResponseSchema, bytes: 0 };
    const reply = await askProven(store, sent, (standing) =>
      postSigned<{ nonce: string }>(environment, OPENED_PATH, request, answer, standing, {
        deviceId,
        key: keys.privateKey,
      }),
    );
    return reply.kind === 'answered';
  }

  return {
    async note(assessmentId) {
      const at = environment.clock.now() + (await store.state()).clockOff;
      await tables.write(['meta'], async (tx) => {
        const noted = (await tx.note('opened')) ?? [];
        if (noted.some((each) => each.assessmentId === assessmentId && dayOf(each.at) === dayOf(at))) return;
        await tx.putNote('opened', [...noted, { assessmentId, at }]);
      });
    },
    async send() {
      const opened = await waiting();
      if (opened.length === 0) return 'nothing';
      for (let from = 0; from < opened.length; from += OPENED_MAX) {
        const told = opened.slice(from, from + OPENED_MAX);
        if (!(await tell(told))) return 'kept';
        await tables.write(['meta'], async (tx) => {
          const left = ((await tx.note('opened')) ?? []).filter(
            (each) => !told.some((one) => isSame(one, each)),
          );
          await (left.length === 0 ? tx.deleteNote('opened') : tx.putNote('opened', left));
        });
      }
      return 'sent';
    },
  };
}
