/**
 * The architecture as data: which folder may import what. The type checker keeps the runtimes apart (project
 * references) and the linter answers while one types; this table is the whole of it in one place, and its test counts
 * what it saw.
 */
import { posix } from 'node:path';
import { importsOf, type SourceFile } from './source-files.ts';

interface Wall {
  /** Folders of ours, as `src/…`; each includes what is below it. */
  folders: readonly string[];
  packages: readonly string[];
}

const REACT = ['react', 'react-dom', 'react-hook-form', '@hookform', 'lucide-react', 'wouter'];
/** Files beside the folders of the client: its seams and its one composition root. */
const SEAMS = ['src/client/workspace.ts', 'src/client/state-of.ts', 'src/client/script-address.ts'];
const CORE = ['src/domain', 'src/protocol'];
const KIT = ['src/client/ui', 'src/client/messages'];
/** What several screens are made of. */
const PARTS = ['src/client/form', 'src/client/pwa', 'src/client/receipt', 'src/client/subject'];

/** Screens whose papers may be taken away as text documents. */
const OF_PAPERS: Wall = {
  folders: [
    ...CORE,
    ...SEAMS,
    ...KIT,
    ...PARTS,
    'src/client/app',
    'src/client/db',
    'src/client/sync',
    'src/client/documents',
  ],
  packages: REACT,
};

export const walls: Record<string, Wall> = {
  'src/domain': { folders: [], packages: [] },
  'src/domain/zod.ts': { folders: [], packages: ['zod'] },
  'src/protocol': { folders: ['src/domain'], packages: ['jose', 'uuid'] },
  'src/client': { folders: ['src/client', ...CORE], packages: [...REACT, 'idb-keyval'] },
  'src/client/db': { folders: [...CORE, ...SEAMS], packages: ['dexie', 'idb-keyval', '@noble/ciphers'] },
  'src/client/sync': {
    folders: [...CORE, ...SEAMS, 'src/client/db'],
    packages: ['jose', 'uuid', 'age-encryption'],
  },
  // The lock of a profile: its key, leaving a phone, lists that were lent.
  'src/client/lock': { folders: [...CORE, ...SEAMS, 'src/client/db', 'src/client/sync'], packages: [] },
  // The browser's own way with pictures, and the lane that sends them.
  'src/client/photos': { folders: [...CORE, ...SEAMS, 'src/client/db', 'src/client/sync'], packages: [] },
  'src/client/messages': { folders: [...CORE, ...SEAMS], packages: [] },
  'src/client/ui': { folders: [...CORE, ...SEAMS, 'src/client/messages'], packages: [...REACT, 'uqr'] },
  'src/client/pwa': {
    folders: [...SEAMS, ...KIT, 'src/client/db', 'src/client/form/editing-lock.ts'],
    packages: ['react', 'workbox-window'],
  },
  'src/client/form': { folders: [...CORE, ...SEAMS, ...KIT, 'src/client/db'], packages: REACT },
  // Papers and files shown as evidence; the one place that reads PDF.
  'src/client/form/evidence': {
    folders: [...CORE, ...SEAMS, ...KIT, 'src/client/db', 'src/client/form'],
    packages: [...REACT, 'pdfjs-dist'],
  },
  // What the screens of a hamlet, a unit and their outbox share: what they read, and the sheet itself.
  'src/client/subject': {
    folders: [
      ...CORE,
      ...SEAMS,
      ...KIT,
      'src/client/app',
      'src/client/db',
      'src/client/form',
      'src/client/pwa',
    ],
    packages: REACT,
  },
  'src/client/receipt': {
    folders: [...CORE, ...SEAMS, ...KIT, 'src/client/app', 'src/client/db', 'src/client/form'],
    packages: REACT,
  },
  'src/client/features': {
    folders: [...CORE, ...SEAMS, ...KIT, ...PARTS, 'src/client/app', 'src/client/db', 'src/client/sync'],
    packages: REACT,
  },
  'src/client/features/lock': {
    folders: [...CORE, ...SEAMS, ...KIT, ...PARTS, 'src/client/app', 'src/client/db', 'src/client/lock'],
    packages: REACT,
  },
  // Charts, and spreadsheets in and out: the office's own, each fetched when first used.
  'src/client/features/office/charts': {
    folders: [...CORE, ...KIT],
    packages: ['react', 'd3-scale', 'd3-shape'],
  },
  'src/client/features/office/sheets': {
    folders: [...CORE, 'src/client/messages', 'src/client/script-address.ts'],
    packages: ['read-excel-file', 'write-excel-file', 'papaparse', 'fflate'],
  },
  // Official papers as text documents; what writes them is fetched with the first export.
  'src/client/documents': { folders: [...CORE, 'src/client/form/download.ts'], packages: ['docx'] },
  'src/client/features/unit-papers': OF_PAPERS,
  'src/client/features/office/documents': OF_PAPERS,
  'src/client/features/office/certificates': OF_PAPERS,
  // What the browser's dialogue about passkeys is opened with.
  'src/client/features/office/session': {
    folders: [...CORE, ...SEAMS, ...KIT, ...PARTS, 'src/client/app', 'src/client/db', 'src/client/sync'],
    packages: [...REACT, '@simplewebauthn'],
  },
  // The decoder of QR codes, for the phones whose browser has none.
  'src/client/features/scan': {
    folders: [...CORE, ...SEAMS, ...KIT],
    packages: ['react', 'lucide-react', 'qr'],
  },
  'src/client/app': { folders: ['src/client', ...CORE], packages: REACT },
  // A page apart, for when the app was taken away: it may use any part that still works then.
  'src/client/rescue-page': { folders: ['src/client', ...CORE], packages: REACT },
  'src/sw': {
    folders: ['src/client/sync', 'src/client/db'],
    packages: ['workbox-precaching', 'workbox-routing'],
  },
  'src/server': {
    folders: CORE,
    packages: [
      'node:',
      'hono',
      '@hono',
      'jose',
      'uuid',
      'age-encryption',
      'sharp',
      '@tus',
      'tar-stream',
      // Officers' passkeys, passwords and one-time codes.
      '@simplewebauthn/server',
      '@node-rs/argon2',
      'otplib',
    ],
  },
  'src/server/store': { folders: CORE, packages: ['node:', 'kysely', 'pg'] },
};

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const closest = (path: string): string | undefined =>
  Object.keys(walls)
    .filter((folder) => isBelow(path, folder))
    .sort((a, b) => b.length - a.length)[0];

/** Relative imports stay inside it: a feature is a folder of its own, everything else is a row of the table. */
export const homeOf = (path: string): string => {
  const feature = /^src\/client\/features\/[^/]+/.exec(path)?.[0];
  return feature ?? closest(path) ?? posix.dirname(path);
};

/** Why this import may not be, or null. */
export function faultOf(path: string, specifier: string): string | null {
  const row = closest(path);
  const wall = row === undefined ? undefined : walls[row];
  if (wall === undefined) return 'its folder has no row in the table of walls';
  const home = homeOf(path);
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier);
    if (homeOf(target) !== home && !isBelow(target, home)) return 'a relative import leaves its folder';
    return null;
  }
  if (!specifier.startsWith('#')) {
    const known = wall.packages.some((name) =>
      name.endsWith(':') ? specifier.startsWith(name) : isBelow(specifier, name),
    );
    return known ? null : 'this folder may not use this package';
  }
  const target = specifier.replace('#', 'src/');
  if (isBelow(target, home))
    return isBelow(path, 'src/client') ? null : 'inside one folder imports are relative';
  if (!/\.(ts|tsx|css|json)$/.test(specifier)) return 'an import names its file with its suffix';
  return wall.folders.some((folder) => isBelow(target, folder))
    ? null
    : 'this folder may not import that one';
}

export interface Fault {
  path: string;
  specifier: string;
  fault: string;
}

/** Every import of these files that breaks the table. */
export const faultsOf = (files: readonly SourceFile[]): Fault[] =>
  files.flatMap(({ path, text }) =>
    importsOf(text).flatMap((specifier) => {
      const fault = faultOf(path, specifier);
      return fault === null ? [] : [{ path, specifier, fault }];
    }),
  );
