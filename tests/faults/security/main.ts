/**
 * Who may do what, under pressure: 500 phones at one code, phones cut off in the middle of 50 exchanges or codes, ten
 * thousand changed or repeated requests, a million guessed codes. Prints what was found; ends with 1 when a promise broke.
 *
 * node tests/faults/security/main.ts [--seed N] [--only redeem|cut|codes|tamper|village|guess]
 */
import { parseArgs } from 'node:util';
import { openCommune } from '../../server/core/commune.ts';
import { openFrontDoor } from '../../server/http/front-door.ts';
import { catchSome, tamper } from '../../security/tampering.ts';
import { guess, village } from '../../security/guessing.ts';
import { makePhones, redeemRace } from '../../security/redeem-race.ts';
import { cutOff, cutOffAmongCodes } from '../../security/revoke-race.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '20261122' }, only: { type: 'string' } },
});
const seed = Number(values.seed);
let broken = 0;

function tell(what: string, facts: object, holds: boolean): void {
  if (!holds) broken += 1;
  process.stdout.write(`${holds ? 'held  ' : 'BROKEN'} ${what}: ${JSON.stringify(facts)}\n`);
}

async function redeem(): Promise<void> {
  const phones = await makePhones(500);
  for (let round = 1; round <= 20; round++) {
    const race = await redeemRace(await openCommune(), phones);
    tell(`500 phones at one code, round ${round}`, race, race.won === 1 && race.devices === 1);
  }
}

/** A different place of the fifty each time. */
const turnOf = (round: number): number => (round * 13) % 51;

async function cut(): Promise<void> {
  const cuts = { answered: 0, after: 0, missing: 0 };
  for (let round = 0; round < 100; round++) {
    const { answered, after, missing } = await cutOff(await openCommune(), 50, turnOf(round));
    cuts.answered += answered;
    cuts.after += after.length;
    cuts.missing += missing.length;
  }
  const holds = cuts.after === 0 && cuts.missing === 0 && cuts.answered > 0;
  tell('100 phones cut off among 50 exchanges each', cuts, holds);
}

async function codes(): Promise<void> {
  const found = { made: 0, after: 0 };
  for (let round = 0; round < 100; round++) {
    const { made, after } = await cutOffAmongCodes(await openCommune(), 50, turnOf(round));
    found.made += made;
    found.after += after;
  }
  tell('100 machines cut off among 50 codes each', found, found.after === 0 && found.made > 0);
}

async function tampering(): Promise<void> {
  const front = await openFrontDoor();
  const found = await tamper(front, await catchSome(front, 40), 10_000, seed);
  tell('10.000 changed or repeated requests', found, found.accepted === 0 && found.unchanged);
  await front.close();
}

async function families(): Promise<void> {
  const commune = await openCommune();
  const slips = await Promise.all(
    Array.from({ length: 150 }, async () => {
      const issued = await commune.core.createSlip('DM-001');
      return issued.kind === 'issued' ? issued.typed : '';
    }),
  );
  const came = await village(commune, slips);
  tell('150 families of one village behind one address', { came }, came === 150);
}

async function guesses(): Promise<void> {
  const attack = { tries: 1_000_000, addresses: 10_000, days: 7, seed };
  const found = await guess(await openCommune(), { ...attack, unknown: 10 });
  // Two windows may overlap any ten minutes.
  const holds = found.hits === 0 && found.comparedInTenMinutes <= 400 && found.alarms > 0;
  tell('a million guesses from 10.000 addresses in seven days', found, holds);
  const easy = await guess(await openCommune(), { ...attack, unknown: 3, untilHit: true });
  tell('the control, codes of three characters', easy, easy.hits > 0);
}

const parts = { redeem, cut, codes, tamper: tampering, village: families, guess: guesses };
for (const [name, part] of Object.entries(parts))
  if (values.only === undefined || values.only === name) await part();
process.exitCode = broken === 0 ? 0 : 1;
