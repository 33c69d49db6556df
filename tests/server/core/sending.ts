/** What phones say most, and what comes back. */
import type { Intent } from '#protocol/operation.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import type { Commune } from './commune.ts';

export const put = (
  entity: string,
  id: string,
  value: Record<string, unknown> | undefined,
  baseRev = 0,
): Intent => ({
  kind: 'record.put',
  args: { entity, id, baseRev, ...(value === undefined ? {} : { value }) },
});
export const household = (id: string, hamletId: string, householder = 'Lê Thị Mai', baseRev = 0) =>
  put('household', id, { id, hamletId, householder }, baseRev);

export const results = async (commune: Commune, phone: SigningDevice, ...intents: Intent[]) => {
  const reply = await phone.exchange(
    commune.door,
    intents.map((intent) => phone.seal(intent)),
  );
  return reply.value?.results ?? [];
};
export const send = async (commune: Commune, phone: SigningDevice, ...intents: Intent[]) =>
  (await results(commune, phone, ...intents)).map(({ verdict, code }) => code ?? verdict);
export const pull = async (commune: Commune, phone: SigningDevice, cursors: Record<string, number> = {}) => {
  const reply = await phone.exchange(commune.door, [], { pull: { cursors, maxBytes: 240_000 } });
  if (reply.value === null) throw new Error(reply.text);
  return reply.value;
};
