/** `node tests/faults/photo-kill/main.ts [KILLS] [SEED]`: prints what came of it; non-zero when a picture was lost. */
import { runPhotoStory } from './story.ts';

const [kills = '60', seed = '20261122'] = process.argv.slice(2);
const story = await runPhotoStory({ kills: Number(kills), seed: Number(seed), ports: [8620, 8639] });
const { counts, problems } = story.report;
console.log(
  `photos: seed ${seed}, ${story.kills} servers killed, ${story.photos} photos, ${story.cut} requests cut, ` +
    `${story.notStored} not stored, ${counts.blobs} pictures kept (${Math.round(counts.blobBytes / 1024)} kB), ` +
    `${counts.orphanFiles} files left behind, ${problems.length} problems, ${Math.round(story.ms / 1000)} s`,
);
for (const problem of problems) console.log(`  ${problem.what} ${problem.where}`);
if (story.notStored > 0 || counts.blobs !== story.photos || problems.length > 0) process.exitCode = 1;
