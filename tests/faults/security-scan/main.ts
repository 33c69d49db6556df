/**
 * Two scanners everybody has (sqlmap, wapiti; Debian packages) against a running server, through a small proxy that signs
 * what they send as a live device would: without it they would see nothing but "unsigned". Bounded in time; prints what
 * each of them says. Ends with 1 when one reports a weakness.
 *
 * node tests/faults/security-scan/main.ts [--minutes N] [--only sqlmap|wapiti]
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ServerProcess } from '../../support/server-process.ts';
import { openSigningProxy } from './signing-proxy.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '8' }, only: { type: 'string' } },
});
const seconds = Number(values.minutes) * 60;
const has = (tool: string): boolean => spawnSync('which', [tool]).status === 0;
const wanted = (tool: string): boolean => values.only === undefined || values.only === tool;

const server = await ServerProcess.start({
  ports: [4980, 4984],
  entry: 'tests/support/planted-server.entry.ts',
  args: ['--demo'],
  env: { LOG_LEVEL: 'warn' },
});
const proxy = await openSigningProxy(server.origin, server.link(/^officer set-up/), 4985);
const folder = mkdtempSync(join(tmpdir(), 'thidua-scan-'));
let findings = 0;
/** What a scanner may say, and why it is no weakness here; `docs/security.md` tells it to people. */
const explained = [
  // `frame-ancestors 'none'` of the content policy says the same to every browser we serve.
  /X-Frame-Options is not set/,
  // No browser heeds it any more.
  /X-XSS-Protection is not set/,
  // Every address that looks like a screen is answered with the app: there is no such file.
  /Backup file: GET \/kiem-tra/,
  // Said over https alone; the scan goes over http.
  /Strict-Transport-Security is not set/,
];

function tell(tool: string, said: readonly string[]): void {
  const found = said.filter((line) => !explained.some((pattern) => pattern.test(line)));
  findings += found.length;
  process.stdout.write(`${found.length === 0 ? 'held  ' : 'FOUND '} ${tool}\n`);
  for (const line of found) process.stdout.write(`  ${line}\n`);
}

/** Addresses whose parts reach a statement or a file: each star is where words are put. */
const addresses = [
  '/api/v1/public/receipts/K3QF72MA7*',
  '/api/v1/public/feedback/0123456789AB*',
  '/api/v1/files/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB*',
  '/api/v1/log?before=1*&kind=record.put*&subject=x*&search=a*',
];
const bodies: readonly (readonly [path: string, body: string])[] = [
  [
    '/api/v1/public/feedback',
    JSON.stringify({ v: 1, nonce: 'a'.repeat(22), text: 'Góp ý*', contact: '09*' }),
  ],
  [
    '/api/v1/slips',
    JSON.stringify({ v: 1, nonce: 'a'.repeat(22), householdIds: ['0199c0de-0000-7000-8000-000000000000*'] }),
  ],
];

/** The proxy lives in this process, so nothing here may wait with its hands full. */
async function run(
  command: string,
  args: readonly string[],
  withinMs: number,
): Promise<{ output: string; isCutOff: boolean }> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  const [, signal] = await once(child, 'close');
  clearTimeout(timer);
  return { output, isCutOff: signal !== null };
}

const options = (text: string): string[] => text.split(' ');

/** One target; what it says is injectable. */
async function sqlmap(path: string, body?: string): Promise<string[]> {
  const { output, isCutOff } = await run(
    'sqlmap',
    [
      ...options(
        '--batch --level 2 --risk 2 --flush-session --threads 2 --disable-coloring --technique BEUS',
      ),
      '--ignore-code',
      '*',
      '--output-dir',
      folder,
      '-u',
      proxy.origin + path,
      ...(body === undefined
        ? []
        : ['--data', body, '--method', 'POST', '--headers', 'Content-Type: application/json']),
    ],
    (seconds / 2 / (addresses.length + bodies.length)) * 1000,
  );
  const tested = output.split('\n').filter((line) => /testing '/.test(line)).length;
  process.stdout.write(`sqlmap ${path}: ${tested} kinds of test${isCutOff ? ', then time was up' : ''}\n`);
  return output
    .split('\n')
    .filter((line) => /is vulnerable|appears to be .* injectable|sqlmap identified/.test(line));
}

if (wanted('sqlmap') && has('sqlmap')) {
  for (const path of addresses) tell(`sqlmap ${path}`, await sqlmap(path));
  for (const [path, body] of bodies) tell(`sqlmap ${path} (body)`, await sqlmap(path, body));
}

if (wanted('wapiti') && has('wapiti')) {
  const file = join(folder, 'wapiti.json');
  const starts = [
    '/',
    '/kiem-tra',
    '/api/v1/hello',
    '/api/v1/public/campaign',
    '/api/v1/log?kind=record.put&search=a',
  ];
  const { output } = await run(
    'wapiti',
    [
      // Without those that fetch their lists from the web, or wait for an answer at a server of somebody else.
      ...options(
        '-m crlf,http_headers,methods,cookieflags,csrf,sql,exec,file,redirect,xss,shellshock,backup,htaccess',
      ),
      ...options('--scope domain --flush-session --timeout 10 -f json -o'),
      file,
      '--max-scan-time',
      String(Math.round(seconds / 2)),
      '-u',
      `${proxy.origin}/`,
      ...starts.flatMap((path) => ['-s', proxy.origin + path]),
    ],
    (seconds / 2 + 60) * 1000,
  );
  if (!existsSync(file)) throw new Error(`wapiti made no report:\n${output}`);
  const report: { vulnerabilities: Record<string, { method: string; path: string; info: string }[]> } =
    JSON.parse(readFileSync(file, 'utf8'));
  tell(
    'wapiti',
    Object.entries(report.vulnerabilities).flatMap(([kind, each]) =>
      each.map(({ method, path, info }) => `${kind}: ${method} ${path}: ${info}`),
    ),
  );
}

process.stdout.write(`requests signed: ${proxy.count()}, answered with a 5xx: ${proxy.failures()}\n`);
if (proxy.failures() > 0) findings += 1;
await proxy.close();
await server.dispose();
rmSync(folder, { recursive: true });
process.exitCode = findings === 0 ? 0 : 1;
