/** `node tests/trust/photos.main.ts --scenes 200 --seed N`: reused pictures found again, drawn and photographed. */
import { parseArgs } from 'node:util';
import { findAgain } from './looks.ts';
import { drawScenes, photographs, type Scene } from './scenes.ts';

const { values } = parseArgs({
  options: { scenes: { type: 'string', default: '200' }, seed: { type: 'string', default: '20261122' } },
});
const seed = Number(values.seed);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function report(name: string, scenes: readonly Scene[]): Promise<void> {
  const { found, alike } = await findAgain(scenes, seed);
  print(
    `${name}: ${scenes.length} pictures, alike from the start: ${alike.map((pair) => pair.join(' ~ ')).join(', ') || 'none'}`,
  );
  for (const { transform, recall, wrong } of found)
    print(`  ${transform.padEnd(32)} found ${recall.toFixed(1)} %, taken for another ${wrong.toFixed(1)} %`);
}

await report(`drawn scenes, seed ${seed}`, await drawScenes(seed, Number(values.scenes)));
const photos = await photographs(['/usr/share/backgrounds', '/usr/share/wallpapers']);
if (photos.length > 0) await report('photographs of this system', photos);
