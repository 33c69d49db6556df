/**
 * The real store writing, one commit after the other, with a line in a file of its own for every write it acknowledged:
 * `FOLDER WRITES [weak]`. `weak` is the control: it flushes as seldom as `synchronous=NORMAL` does.
 */
import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { ACKNOWLEDGED, DATABASE } from './names.ts';

const [folder = '', writes = '0', mode = 'full'] = process.argv.slice(2);
if (mode === 'weak') {
  const exec = DatabaseSync.prototype.exec;
  DatabaseSync.prototype.exec = function (sql) {
    exec.call(this, sql.replace('synchronous = full', 'synchronous = normal'));
  };
}
const store = openSqliteStore({ file: join(folder, DATABASE), communeId: 'xa-1' });
const acknowledged = openSync(join(folder, ACKNOWLEDGED), 'a');

let next = 0;
const writeOne = async (): Promise<void> => {
  const at = (next += 1);
  const comment = {
    comment_id: `c${at}`,
    assessment_id: 'a',
    criterion_id: null,
    by_name: '',
    by_role: '',
    at,
  };
  await store.write((tables) => tables.comment.insert({ ...comment, text: 'v'.repeat(300) }));
  writeSync(acknowledged, `${comment.comment_id}\n`);
};
// Now one alone, now several that share a commit.
while (next < Number(writes)) await Promise.all(Array.from({ length: 1 + (next % 3) }, writeOne));
// As it is: nothing is closed, nothing is moved from the log into the file.
process.kill(process.pid, 'SIGKILL');
