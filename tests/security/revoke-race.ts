/**
 * A phone is cut off while its exchanges are under way, as many at once as a script can send. What the log says decides:
 * nothing of the phone may stand behind the entry of its revocation, and what was acknowledged stands before it.
 */
import type { ExchangeResponse } from '#protocol/exchange.ts';
import { askCode } from '../server/devices/ask-core.ts';
import { problemCodeOf, SigningDevice, type Reply } from '../support/signing-device.ts';
import type { Commune } from '../server/core/commune.ts';

export interface CutOff {
  answered: number;
  refused: Record<string, number>;
  /** Operations in the log after the revocation, and acknowledged ones that are not in it: both must be none. */
  after: string[];
  missing: string[];
}

/** A second body over the same key, as a script that holds it would: its own counter from `counter` on. */
function twinOf(phone: SigningDevice, counter: number): SigningDevice {
  const twin: SigningDevice = Object.create(SigningDevice.prototype);
  return Object.assign(twin, phone, { counter });
}

/** `turn` exchanges go out before the order to revoke, the rest behind it, all of them at once but for what came first. */
export async function cutOff(commune: Commune, parallel: number, turn: number): Promise<CutOff> {
  const phone = await commune.head();
  const assessmentId = phone.enrolment?.assessmentId ?? '';
  const texts = Array.from({ length: parallel }, (_, index) =>
    phone.seal({ kind: 'comment.add', args: { assessmentId, text: `lời thứ ${index}` } }),
  );
  const opIds = texts.map((text) => String(JSON.parse(text).opId));
  const sent: Promise<Reply<ExchangeResponse>>[] = [];
  const first = phone.counter;
  // Each carries all that was written so far: whichever comes first takes it in, the others repeat it.
  const send = (index: number): void => {
    const twin = twinOf(phone, first + index);
    sent.push(twin.exchange(commune.door, texts.slice(0, index + 1), { firstSeq: 1 }));
  };
  for (let index = 0; index < turn; index++) send(index);
  // Some are answered, some in the middle of it: otherwise the order, which signs nothing, would overtake them all.
  await sent[Math.floor(turn / 2)];
  const revoked = commune.core.revoke(phone.id);
  for (let index = turn; index < parallel; index++) send(index);
  const replies = await Promise.all(sent);
  if ((await revoked) !== 'revoked') throw new Error('not revoked');

  const refused: Record<string, number> = {};
  const acknowledged = new Set<string>();
  for (const { value, text } of replies) {
    const code = value === null ? problemCodeOf(text) : '';
    if (value === null) refused[code] = (refused[code] ?? 0) + 1;
    // Answers stand in the order of what was sent, which began with the first each time.
    for (const [at, { verdict }] of (value?.results ?? []).entries())
      if (verdict !== 'retry') acknowledged.add(opIds[at] ?? '');
  }
  const log = await commune.store.read((tables) => tables.operation.page(0, 100_000));
  const at = log.findIndex(({ kind, body }) => kind === 'server.revoke' && String(body).includes(phone.id));
  const own = (entries: typeof log): string[] =>
    entries.filter(({ device_id }) => device_id === phone.id).map(({ op_id }) => op_id);
  const before = new Set(own(log.slice(0, at)));
  return {
    answered: replies.filter(({ value }) => value !== null).length,
    refused,
    after: own(log.slice(at + 1)),
    missing: [...acknowledged].filter((opId) => !before.has(opId)),
  };
}

/**
 * An officer's machine that asks for codes is cut off among `parallel` of them. A code whose entry in the log stands
 * behind the revocation was made by nobody: there must be none.
 */
export async function cutOffAmongCodes(
  commune: Commune,
  parallel: number,
  turn: number,
): Promise<{ made: number; refused: number; after: number }> {
  const officer = await commune.officer();
  const first = officer.counter;
  const [hamlet] = commune.hamlets;
  const ask = (index: number): Promise<boolean> =>
    askCode(commune.core, twinOf(officer, first + index), {
      role: 'hamletHead',
      subject: hamlet?.id ?? '',
      way: 'sent',
    }).then(
      () => true,
      () => false,
    );
  const asked = Array.from({ length: turn }, (_, index) => ask(index));
  // Some are through, some in the middle of it.
  await asked[Math.floor(turn / 2)];
  const revoked = commune.core.revoke(officer.id);
  for (let index = turn; index < parallel; index++) asked.push(ask(index));
  const answers = await Promise.all(asked);
  if ((await revoked) !== 'revoked') throw new Error('not revoked');
  const log = await commune.store.read((tables) => tables.operation.page(0, 100_000));
  const at = log.findIndex(({ kind }) => kind === 'server.revoke');
  const isMade = ({ kind, body }: (typeof log)[number]): boolean =>
    kind === 'server.issueCode' && String(body).includes(officer.id);
  return {
    made: answers.filter(Boolean).length,
    refused: answers.filter((isAnswered) => !isAnswered).length,
    after: log.slice(at + 1).filter(isMade).length,
  };
}
