/** Counts of what went wrong and was mended; they leave the phone only when its person shares the diagnostic. */
import type { Notes, Tx } from '../tables.ts';

const none: Notes['incidents'] = { rekeyed: 0, rebuilt: 0, setApart: 0 };

export const incidentsIn = async (tx: Tx): Promise<Notes['incidents']> => ({
  ...none,
  ...(await tx.note('incidents')),
});

export async function countIncident(tx: Tx, what: keyof Notes['incidents']): Promise<void> {
  const incidents = await incidentsIn(tx);
  await tx.putNote('incidents', { ...incidents, [what]: incidents[what] + 1 });
}
