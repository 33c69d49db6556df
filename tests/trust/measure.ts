/** Shares of cheating and of honest hamlets that the checks name, in per cent. */
import { trustCommune, type Cheats, type TrustHamlet } from './commune.ts';
import { checks, flagged, type Check } from './flags.ts';

export interface Measured {
  name: string;
  found: number;
  honest: number;
}

const nothing: Cheats = { claims: false, photos: false, quick: false, copies: false };
const everything: Cheats = { claims: true, photos: true, quick: true, copies: true };
const alone: readonly { name: string; cheats: Cheats; by: readonly Check[] }[] = [
  {
    name: 'a quarter more claimed',
    cheats: { ...nothing, claims: true },
    by: ['outside', 'unlikely', 'outlier'],
  },
  { name: 'pictures used twice', cheats: { ...nothing, photos: true }, by: ['photos'] },
  { name: 'forms in twenty seconds', cheats: { ...nothing, quick: true }, by: ['quick'] },
  { name: 'one form many times', cheats: { ...nothing, copies: true }, by: ['straight'] },
];

interface Seen {
  hamlets: TrustHamlet[];
  flags: Record<Check, Set<string>>;
}

const look = (seed: number, communes: number, cheats: Cheats): Seen[] =>
  Array.from({ length: communes }, (_, at) => {
    const hamlets = trustCommune(seed + at, cheats);
    return { hamlets, flags: flagged(hamlets) };
  });

/** The hamlet whose pictures were taken is named with the one that took them, and is no honest one named wrongly. */
function share(seen: readonly Seen[], name: string, by: readonly Check[]): Measured {
  let [cheating, found, honest, named] = [0, 0, 0, 0];
  for (const { hamlets, flags } of seen) {
    const lender = hamlets.find((hamlet) => !hamlet.cheats)?.id;
    for (const { id, cheats } of hamlets) {
      const isNamed = by.some((check) => flags[check].has(id));
      if (cheats) {
        cheating += 1;
        found += Number(isNamed);
      } else if (!(id === lender && flags.photos.has(id))) {
        honest += 1;
        named += Number(isNamed);
      }
    }
  }
  return { name, found: (100 * found) / Math.max(1, cheating), honest: (100 * named) / Math.max(1, honest) };
}

export function measure(seed: number, communes: number): Measured[] {
  const all = look(seed, communes, everything);
  return [
    share(all, 'everything, any check', checks),
    ...alone.map(({ name, cheats, by }) => share(look(seed, communes, cheats), name, by)),
    ...checks.map((check) => share(all, `  by "${check}" alone`, [check])),
  ];
}
