/** `node tests/trust/main.ts --communes 200 --seed N`: how well each trust check finds planted cheating, alone. */
import { parseArgs } from 'node:util';
import { measure } from './measure.ts';

const { values } = parseArgs({
  options: { communes: { type: 'string', default: '200' }, seed: { type: 'string', default: '20261122' } },
});
const communes = Number(values.communes);
const seed = Number(values.seed);
if (!Number.isInteger(communes) || communes < 1 || !Number.isInteger(seed))
  throw new Error('--communes and --seed are whole numbers');
for (const { name, found, honest } of measure(seed, communes))
  process.stdout.write(
    `${name.padEnd(28)} found ${found.toFixed(1)} %, honest hamlets named ${honest.toFixed(2)} %\n`,
  );
process.stdout.write(`seed ${seed}, ${communes} communes of ten hamlets\n`);
