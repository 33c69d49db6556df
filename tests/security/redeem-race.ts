/** Many phones hold one enrolment code and tap at the same moment. */
import { problemCodeOf, SigningDevice } from '../support/signing-device.ts';
import { secretOf, type Commune } from '../server/core/commune.ts';

export interface Race {
  won: number;
  /** Answers of those who did not win, by their code. */
  lost: Record<string, number>;
  devices: number;
}

/** Keys are dear to make, and a phone that was refused holds none: the same ones may race again. */
export const makePhones = (count: number): Promise<SigningDevice[]> =>
  Promise.all(Array.from({ length: count }, () => SigningDevice.make()));

export async function redeemRace(commune: Commune, phones: readonly SigningDevice[]): Promise<Race> {
  const issued = await commune.core.createEnrolCode({ role: 'officer', ttlMs: 600_000 });
  if (issued.kind !== 'issued') throw new Error(issued.kind);
  const replies = await Promise.all(
    phones.map((phone) => phone.enrol(commune.door, secretOf(issued.fragment))),
  );
  const lost: Record<string, number> = {};
  for (const { value, text } of replies) {
    if (value !== null) continue;
    const code = problemCodeOf(text);
    lost[code] = (lost[code] ?? 0) + 1;
  }
  const won = replies.filter(({ value }) => value !== null).length;
  const standing = new Set((await commune.core.listDevices()).map(({ deviceId }) => deviceId));
  return { won, lost, devices: phones.filter(({ id }) => standing.has(id)).length };
}
