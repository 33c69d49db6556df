/** `node tests/trust/id-cards.main.ts --count 100 --seed N`: identity papers noticed, and what else is taken for one. */
import { parseArgs } from 'node:util';
import { looksLikeIdCard } from '#domain/id-card/id-card.ts';
import { CARDS, FACELESS } from './id-cards.ts';
import { ALIKE, HONEST } from './id-honest.ts';
import { lineOf, ratesOf, shareOf, type Rate } from './id-rates.ts';
import { lookedAt } from './id-scenes.ts';
import { drawScenes, photographs, type Scene } from './scenes.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '20261123' },
    photos: { type: 'string', multiple: true, default: ['/usr/share/backgrounds', '/usr/share/wallpapers'] },
  },
});
const [seed, count] = [Number(values.seed), Number(values.count)];
const print = (line: string): void => void process.stdout.write(`${line}\n`);

function report(title: string, rates: readonly Rate[]): void {
  print(`${title}: ${shareOf(rates).toFixed(1)} % noticed, seed ${seed}`);
  for (const rate of rates) print(lineOf(rate));
}

async function scenesRate(name: string, scenes: readonly Scene[]): Promise<Rate> {
  let noticed = 0;
  for (const { bytes, name: scene } of scenes)
    if (looksLikeIdCard(await lookedAt(bytes))) {
      noticed++;
      print(`  taken for one: ${scene}`);
    }
  return { name, noticed, of: scenes.length };
}

report('identity papers', await ratesOf(CARDS, seed, count, true));
report('cards without a face', await ratesOf({ 'health insurance': FACELESS }, seed, count, true));
report('other flat things', await ratesOf(HONEST, seed, count));
report('cards of other kinds', await ratesOf(ALIKE, seed, count, true));
report('meetings', [await scenesRate('drawn', await drawScenes(seed, count * 2))]);
const photos = await photographs(values.photos);
if (photos.length > 0) report('photographs of this system', [await scenesRate('photographs', photos)]);
