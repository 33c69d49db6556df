// The app with hot reload on :5173 and the server with demo data behind it on :8080, restarted when a file changes.
import { nodeCommand, start } from './run.mjs';

const api = process.env.PORT ?? '8080';
const children = [
  start(nodeCommand(), ['--watch', '--watch-preserve-output', 'src/server/main.ts', '--demo'], {
    PORT: api,
    PUBLIC_ORIGIN: 'http://localhost:5173',
  }),
  start(nodeCommand(), ['node_modules/vite/bin/vite.js'], { DEV_API: `http://localhost:${api}` }),
];

let stopping = false;
function stop(code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));
for (const child of children) child.on('exit', (code) => stop(code ?? 1));
