/**
 * Who may do what, under pressure: 500 phones at one code, phones cut off in the middle of 50 exchanges, ten thousand
 * changed or repeated requests, a million guessed codes. Prints what was found; ends with 1 when a promise broke.
 *
 * node tests/faults/security/main.ts [--seed N]
 */
import { parseArgs } from 'node:util';
import { openCommune } from '../../server/core/commune.ts';
import { openFrontDoor } from '../../server/http/front-door.ts';
import { catchSome, tamper } from '../../security/tampering.ts';
import { guess, village } from '../../security/guessing.ts';
import { makePhones, redeemRace } from '../../security/redeem-race.ts';
import { cutOff } from '../../security/revoke-race.ts';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '20261122' } } });
const seed = Number(values.seed);
let broken = 0;

function tell(what: string, facts: object, holds: boolean): void {
  if (!holds) broken += 1;
  process.stdout.write(`${holds ? 'held  ' : 'BROKEN'} ${what}: ${JSON.stringify(facts)}\n`);
}

const phones = await makePhones(500);
for (let round = 1; round <= 20; round++) {
  const race = await redeemRace(await openCommune(), phones);
  tell(`500 phones at one code, round ${round}`, race, race.won === 1 && race.devices === 1);
}

const cuts = { answered: 0, after: 0, missing: 0 };
for (let round = 0; round < 100; round++) {
  const { answered, after, missing } = await cutOff(await openCommune(), 50, (round * 13) % 51);
  cuts.answered += answered;
  cuts.after += after.length;
  cuts.missing += missing.length;
}
tell('100 phones cut off among 50 exchanges each', cuts, cuts.after === 0 && cuts.missing === 0);

const front = await openFrontDoor();
const tampering = await tamper(front, await catchSome(front, 40), 10_000, seed);
tell('10.000 changed or repeated requests', tampering, tampering.accepted === 0 && tampering.unchanged);
await front.close();

const attack = { tries: 1_000_000, addresses: 10_000, days: 7, seed };
const commune = await openCommune();
const slips = await Promise.all(
  Array.from({ length: 150 }, async () => {
    const issued = await commune.core.createSlip('DM-001');
    return issued.kind === 'issued' ? issued.typed : '';
  }),
);
const came = await village(commune, slips);
tell('150 families of one village behind one address', { came }, came === 150);
const found = await guess(commune, { ...attack, unknown: 10 });
// Two windows may overlap any ten minutes.
tell(
  'a million guesses from 10.000 addresses in seven days',
  found,
  found.hits === 0 && found.comparedInTenMinutes <= 400 && found.alarms > 0,
);
const easy = await guess(await openCommune(), { ...attack, unknown: 3 });
tell('the control, codes of three characters', easy, easy.hits > 0);
process.exitCode = broken === 0 ? 0 : 1;
