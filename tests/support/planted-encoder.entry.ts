/**
 * A decoding process with a mind of its own, for tests of what its parent does about it. What it does is the text it is
 * sent instead of a picture.
 */
import { existsSync, writeFileSync } from 'node:fs';

const held: Buffer[] = [];
function swell(): void {
  held.push(Buffer.alloc(8 * 1024 * 1024, 1));
  setImmediate(swell);
}
const die = (): void => process.kill(process.pid, 'SIGKILL') as unknown as void;
const answer = (): void => void process.send?.({ kind: 'refused', fault: 'damaged' });

process.on('message', (message) => {
  const [what = '', file = ''] = Buffer.from(message as Uint8Array)
    .toString()
    .split(' ');
  switch (what) {
    case 'hang':
      return;
    case 'swell':
      swell();
      return;
    case 'die':
      die();
      return;
    case 'die-once':
      if (existsSync(file)) answer();
      else {
        writeFileSync(file, '');
        die();
      }
      return;
    case 'lie':
      process.send?.({
        kind: 'encoded',
        full: Buffer.from('<html>'),
        w: 1,
        h: 1,
        thumb: Buffer.from('RIFF'),
      });
      return;
    default:
      answer();
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });
