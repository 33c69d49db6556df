/**
 * The server asks nobody anything: no push, no webhook, no address that somebody wrote is ever opened by it. So there is
 * nothing for a forged address to reach (SSRF). Held twice: no source opens a connection beside the database's, and none
 * is opened while every text that could be one is written.
 */
import { Socket } from 'node:net';
import { afterAll, expect, test, vi } from 'vitest';
import { FEEDBACK_PATH } from '#protocol/feedback.ts';
import { openFrontDoor } from '../server/http/front-door.ts';
import { filesBelow, importsOf, isCode } from '../support/source-files.ts';
import { makeSmallCommune } from '../server/http/small-commune.ts';

/** What opens connections; `node:http` and `node:https` also serve. */
const DIALLING =
  /\bfetch\(|\bWebSocket\b|\bEventSource\b|\bcreateConnection\b|\.connect\(|\bhttps?\.(get|request)\b/;
const modules = ['node:net', 'node:tls', 'node:dgram', 'node:dns', 'node:http2', 'undici', 'axios', 'got'];
/** Files that name such a thing, and what for. */
const known: Record<string, string> = {
  'src/server/config.ts': 'isIP',
  'src/server/http/client-address.ts': 'BlockList, isIP',
  'src/server/identity/attempts.ts': 'isIPv6',
};
const sources = filesBelow('src/server').filter(isCode);
const dials = ({ path, text }: { path: string; text: string }): boolean =>
  (known[path] === undefined && importsOf(text).some((name) => modules.includes(name))) ||
  DIALLING.test(text.replaceAll(/^\s*(\/\/|\/\*\*?|\*).*$/gm, ''));

test('no source of the server opens a connection beside the one to its database', () => {
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.filter(dials).map(({ path }) => path);
  expect(found.filter((path) => !path.startsWith('src/server/store/postgres'))).toEqual([]);
  for (const [path, names] of Object.entries(known)) {
    const text = sources.find((each) => each.path === path)?.text ?? '';
    expect([path, names.split(', ').every((name) => text.includes(name))]).toEqual([path, true]);
    expect(text).toMatch(/import \{[^}]*\} from 'node:net'/);
  }
  expect(dials({ path: 'src/server/x.ts', text: 'await fetch(value.url);' })).toBe(true);
  expect(dials({ path: 'src/server/x.ts', text: "import { lookup } from 'node:dns';" })).toBe(true);
});

const front = await openFrontDoor();
afterAll(() => front.close());

test('addresses of all kinds in every text make the server connect to nobody', async () => {
  const commune = await makeSmallCommune(front);
  const dialled: unknown[] = [];
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (this: Socket, ...target: unknown[]): Socket {
    dialled.push(target[0]);
    return this.destroy();
  };
  try {
    const head = commune.devices.get('hamletHead');
    const { campaign, hamletA } = commune;
    const addresses = [
      'http://127.0.0.1:1/',
      'http://[::1]:1/',
      'http://169.254.169.254/latest/meta-data/',
      'http://0177.0.0.1/',
      'http://2130706433/',
      'https://localhost:1/x.png',
      'http://metadata.invalid/',
    ];
    const put = (url: string) => {
      const id = head?.newId() ?? '';
      const value = {
        id,
        campaignId: campaign.id,
        subjectKind: 'hamlet',
        subjectId: hamletA.id,
        criterionId: 'A1.1',
        kind: 'link',
        extract: url,
        url,
      };
      return head?.seal({ kind: 'record.put', args: { entity: 'evidence', id, value, baseRev: 0 } }) ?? '';
    };
    const sent = await head?.exchange(front.door, addresses.map(put));
    expect(sent?.value?.results.map(({ verdict }) => verdict)).toEqual(addresses.map(() => 'applied'));
    for (const text of addresses.slice(0, 3)) {
      const body = JSON.stringify({ v: 1, nonce: 'a'.repeat(22), text: `Xem ${text}`, contact: text });
      await front.door(FEEDBACK_PATH, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
    }
    expect(dialled).toEqual([]);
    // The control: whoever asks an address is seen.
    fetch('http://127.0.0.1:4989/').catch(() => undefined);
    await vi.waitFor(() => expect(dialled).toHaveLength(1), 20_000);
  } finally {
    Socket.prototype.connect = connect;
  }
});

test('no pattern is made from what somebody wrote: there is no author’s regular expression to run away', () => {
  const made = filesBelow('src')
    .filter(isCode)
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bRegExp\((.*)$/gm)].map(([, from = '']) => `${path} ${from}`),
    );
  // Names of the spreadsheet format's own elements, written beside the call.
  expect(
    made.filter((each) => !each.startsWith('src/client/features/office/sheets/read-table-xlsx.ts ')),
  ).toEqual([]);
  expect(made.length).toBeGreaterThan(0);
  const asPattern =
    /\bz\.regex\((?!\/|[A-Z_]+\))|\.(?:match|search|replaceAll?|split)\([a-z]\w*\.(?:value|text|pattern)/;
  expect(
    filesBelow('src')
      .filter(isCode)
      .filter(({ text }) => asPattern.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
  expect(asPattern.test('text.match(criterion.pattern)')).toBe(true);
});
