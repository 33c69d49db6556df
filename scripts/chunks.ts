/**
 * Which file of the build a module goes to, decided by who reaches it and not by a list of names, so that the first
 * page stays light whatever is added elsewhere:
 *
 * | reached by static imports from                     | file      |
 * |----------------------------------------------------|-----------|
 * | the entry                                          | the entry |
 * | what the household's form loads after its first field | `core`  |
 * | registering the worker, once the page is quiet     | `pwa`     |
 * | a receipt, once the commune has the form           | `receipt` |
 * | what a family's form does without: drafts that travel, a new key, the diagnostic | `more` |
 * | hamlet, unit and other signed-in screens           | `hamlet`  |
 * | the guides and their words                         | `guides`  |
 * | plan, report, nominations, last year's answers     | `papers`  |
 * | a unit's report as an official paper, and what every paper is laid out with | `report`  |
 * | photos: shrinking, sending, looking                | `photos`  |
 * | the file that carries work without a network       | `rescue`  |
 * | reading codes by the camera                        | `scan`    |
 * | the lock of a profile, leaving a phone             | `lock`    |
 * | office screens only                                | `office`  |
 * | of those: spreadsheets in and out, charts, the editor of criteria | `office-sheets`, `office-charts`, `office-editor` |
 * | papers as text documents; kept by the worker for units and the office | `docx`    |
 * | certificates as text documents                     | `office-docx` |
 * | reading PDF; kept by no worker before it is used   | `pdf`     |
 *
 * A module reached from several goes to the topmost: what the hamlet and the office share is in `hamlet`.
 */
interface ModuleFacts {
  isEntry: boolean;
  importers: readonly string[];
  dynamicImporters: readonly string[];
}
type Lookup = (id: string) => ModuleFacts | null;

const CHUNKS = [
  'entry',
  'core',
  'pwa',
  'receipt',
  'more',
  'hamlet',
  'guides',
  'papers',
  'report',
  'photos',
  'rescue',
  'scan',
  'lock',
  'office',
  'office-charts',
  'office-sheets',
  'office-editor',
  'docx',
  'office-docx',
  'pdf',
] as const;
type Chunk = (typeof CHUNKS)[number];

const OFFICE = /\/src\/client\/(features\/office\/|sync\/session-asks\.ts)/;
const OFFICE_CHARTS = /\/src\/client\/features\/office\/charts\//;
const OFFICE_SHEETS = /\/src\/client\/features\/office\/sheets\//;
const OFFICE_EDITOR = /\/src\/client\/features\/office\/criteria\//;
const DOCX = /\/src\/client\/documents\/to-docx\.ts$/;
const OFFICE_DOCX = /\/src\/client\/documents\//;
const GUIDES = /\/src\/client\/features\/guides\//;
const PAPERS = /\/src\/client\/features\/unit-papers\//;
const REPORT = /\/src\/client\/features\/unit-papers\/report\//;
const PDF = /\/(pdfjs-dist|src\/client\/form\/evidence\/read-pdf\.ts)(\/|$)/;
const PHOTOS = /\/src\/client\/photos\//;
const MORE =
  /\/src\/(protocol\/entities\.ts|client\/(more-commands\.ts|form\/warn-id\.tsx|(db|sync)\/(rare\/|registers\.ts|overlay\.ts|seal-drafts\.ts|rescue\/hand-in\.ts)))/;
const LOCK = /\/src\/client\/(features\/)?lock\//;
const SCAN = /\/src\/client\/features\/scan\//;
const RESCUE = /\/src\/client\/sync\/rescue\//;
const PWA = /\/src\/client\/pwa\/register\.ts$/;
const RECEIPT =
  /\/src\/client\/(features\/(receipt\/|household\/(household-receipt|family-score|erased-page|declined-page)\.tsx)|pwa\/(install-sheet|in-app-notice)\.tsx)/;
const HOUSEHOLD = /\/src\/client\/features\/household\//;
// A style sheet is a request of its own: the few lines of a family's later pages come with the first one's, those of
// its receipt with the receipt.
const STYLE = /\.css(\?|$)/;
const SCREEN = /\/src\/client\/(app|features)\//;

function chunkOfLazy(id: string): Chunk {
  if (DOCX.test(id)) return 'docx';
  if (OFFICE_DOCX.test(id)) return 'office-docx';
  if (OFFICE_CHARTS.test(id)) return 'office-charts';
  if (OFFICE_SHEETS.test(id)) return 'office-sheets';
  if (OFFICE_EDITOR.test(id)) return 'office-editor';
  if (OFFICE.test(id)) return 'office';
  if (SCAN.test(id)) return 'scan';
  if (LOCK.test(id)) return 'lock';
  if (PWA.test(id)) return 'pwa';
  if (RECEIPT.test(id)) return 'receipt';
  if (GUIDES.test(id)) return 'guides';
  if (REPORT.test(id)) return 'report';
  if (PAPERS.test(id)) return 'papers';
  if (PDF.test(id)) return 'pdf';
  if (PHOTOS.test(id)) return 'photos';
  if (MORE.test(id)) return 'more';
  if (RESCUE.test(id)) return 'rescue';
  return SCREEN.test(id) && !HOUSEHOLD.test(id) ? 'hamlet' : 'core';
}

/** @returns the topmost chunk that reaches `id`; null for a module nobody reaches */
export function chunkOf(id: string, lookup: Lookup): Chunk | null {
  const seen = new Set([id]);
  const found = new Set<Chunk>();
  for (const at of seen) {
    const facts = lookup(at);
    if (facts === null) continue;
    if (facts.isEntry) found.add('entry');
    if (facts.dynamicImporters.length > 0) found.add(chunkOfLazy(at));
    for (const importer of facts.importers) seen.add(importer);
  }
  const chunk = CHUNKS.find((each) => found.has(each)) ?? null;
  return STYLE.test(id) && chunk === 'core' ? 'entry' : chunk;
}

/**
 * The same as a naming function for the bundler. What the entry reaches is one file too: left to itself the bundler
 * spreads what lazy screens share with it over many small ones, and each is a request.
 */
export function chunkNames(): (
  id: string,
  graph: { getModuleInfo(id: string): ModuleFacts | null },
) => string | null {
  return (id, graph) => {
    const chunk = chunkOf(id, (at) => graph.getModuleInfo(at));
    return chunk === 'entry' ? 'first' : chunk;
  };
}
