import { expect, test } from 'vitest';
import { chunkOf } from '../../scripts/chunks.ts';

/** Static imports (`->`) and lazy ones (`~>`), by importer; `main` is the entry. */
function graphOf(edges: readonly string[]) {
  const facts = new Map<string, { isEntry: boolean; importers: string[]; dynamicImporters: string[] }>();
  const of = (id: string) => {
    const known = facts.get(id) ?? { isEntry: id === 'main', importers: [], dynamicImporters: [] };
    facts.set(id, known);
    return known;
  };
  for (const edge of edges) {
    const [from = '', kind, to = ''] = edge.split(' ');
    of(from);
    of(to)[kind === '~>' ? 'dynamicImporters' : 'importers'].push(from);
  }
  return (id: string) => facts.get(id) ?? null;
}

const HAMLET = '/src/client/features/hamlet/home.tsx';
const OFFICE = '/src/client/features/office/list.tsx';
const REGISTER = '/src/client/pwa/register.ts';
const RECEIPT = '/src/client/features/household/household-receipt.tsx';
const SCAN = '/src/client/features/scan/scan-page.tsx';
const PHOTOS = '/src/client/photos/create-photos.ts';
const MORE = '/src/client/more-commands.ts';
const RESCUE = '/src/client/sync/rescue/export-rescue.ts';
const PAPERS = '/src/client/features/unit-papers/papers-app.tsx';
const REPORT = '/src/client/features/unit-papers/report/report-file-page.tsx';
const DOCX = '/src/client/documents/to-docx.ts';
const CERTIFICATE = '/src/client/documents/certificate-docx.ts';
const graph = graphOf([
  'main -> react',
  'main -> household-form',
  'household-form ~> /src/client/core.ts',
  '/src/client/core.ts -> dexie',
  '/src/client/core.ts -> react',
  '/src/client/core.ts -> later.module.css',
  `main ~> ${REGISTER}`,
  `${REGISTER} -> workbox-window`,
  `/src/client/core.ts ~> ${RECEIPT}`,
  `${RECEIPT} -> receipt.module.css`,
  `main ~> ${HAMLET}`,
  `${HAMLET} ~> ${REGISTER}`,
  `/src/client/core.ts ~> ${PHOTOS}`,
  `/src/client/core.ts ~> ${MORE}`,
  `${MORE} -> dexie`,
  `${MORE} -> registers`,
  `${MORE} ~> ${RESCUE}`,
  `${RESCUE} -> age`,
  `${HAMLET} -> registers`,
  `${PHOTOS} -> dexie`,
  `${PHOTOS} -> lane`,
  `${HAMLET} -> dexie`,
  `${HAMLET} -> router`,
  `${HAMLET} -> hamlet.module.css`,
  `${HAMLET} -> answers`,
  `main ~> ${SCAN}`,
  `${SCAN} -> router`,
  `${SCAN} -> camera`,
  `main ~> ${OFFICE}`,
  `${OFFICE} -> router`,
  `${OFFICE} -> table`,
  'table -> answers',
  'answers -> table',
  `main ~> ${PAPERS}`,
  `${PAPERS} ~> ${REPORT}`,
  `${REPORT} -> lay-out`,
  `${REPORT} ~> ${DOCX}`,
  `${OFFICE} -> lay-out`,
  `${OFFICE} -> certificates`,
  `${OFFICE} ~> ${DOCX}`,
  `${OFFICE} ~> ${CERTIFICATE}`,
  `${DOCX} -> lay-out`,
  `${DOCX} -> docx`,
  `${CERTIFICATE} -> docx`,
  `${CERTIFICATE} -> certificates`,
]);

test.each([
  ['react', 'entry'],
  ['household-form', 'entry'],
  ['/src/client/core.ts', 'core'],
  ['dexie', 'core'],
  [REGISTER, 'pwa'],
  ['workbox-window', 'pwa'],
  [RECEIPT, 'receipt'],
  [HAMLET, 'hamlet'],
  ['router', 'hamlet'],
  [MORE, 'more'],
  ['registers', 'more'],
  [RESCUE, 'rescue'],
  ['age', 'rescue'],
  [PHOTOS, 'photos'],
  ['lane', 'photos'],
  [SCAN, 'scan'],
  ['camera', 'scan'],
  [OFFICE, 'office'],
  // A unit's report is written without a byte of the office's.
  [REPORT, 'report'],
  ['lay-out', 'report'],
  [DOCX, 'docx'],
  ['docx', 'docx'],
  [CERTIFICATE, 'office-docx'],
  ['certificates', 'office'],
])('%s goes to the topmost file that reaches it: %s', (id, chunk) => {
  expect(chunkOf(id, graph)).toBe(chunk);
});

test("styles of a family's pages up to sending come with the first one's, and no others do", () => {
  expect(chunkOf('later.module.css', graph)).toBe('entry');
  expect(chunkOf('receipt.module.css', graph)).toBe('receipt');
  expect(chunkOf('hamlet.module.css', graph)).toBe('hamlet');
});

test('modules that import each other are in one file, the topmost that reaches either', () => {
  expect(chunkOf('answers', graph)).toBe('hamlet');
  expect(chunkOf('table', graph)).toBe('hamlet');
});

test('a module nobody reaches is left to the bundler', () => {
  expect(chunkOf('stray', graph)).toBeNull();
});
