import { defineConfig, type OxlintOverride } from 'oxlint';

/** An import that a folder may not make, and what to do instead. */
interface Ban {
  regex: string;
  message: string;
}

/** `zod` bans the package and what is in it, `#client/` and `node:` everything that begins so. */
const ban = (message: string, ...names: string[]): Ban => ({
  regex: `^(?:${names.map((name) => (/[/:]$/.test(name) ? name : `${name}(?:/|$)`)).join('|')})`,
  message,
});

const SCREENS = ['react', 'react-dom', 'react-hook-form', '@hookform/', 'wouter', 'lucide-react'];

const inDomain = ban('Schemas come from #domain/zod.ts, which sets zod up for our policy.', 'zod');
const inDb = ban('Only src/client/db knows Dexie: import a named query or command from there.', 'dexie');
const inStore = ban('Only src/server/store knows SQL.', 'kysely', 'node:sqlite', 'pg');
const onServer = ban('This runs in a browser.', 'node:', 'hono', '@hono/', '#server/');
const onClient = ban('This runs without a browser.', ...SCREENS, '#client/', '#sw/');
const noReact = ban(
  'Storage and sync run in the worker too: no React, no screens.',
  ...SCREENS,
  '#client/ui/',
  '#client/features/',
  '#client/app/',
  '#client/messages/',
);
const noFeature = ban('Features do not know each other; src/client/app joins them.', '#client/features/');
const noScreen = ban(
  'The kit knows no data.',
  '#client/features/',
  '#client/app/',
  '#client/db/',
  '#client/sync/',
);
const noSw = ban('Nothing imports the worker.', '#sw/');
const noSync = ban('db does not know sync.', '#client/sync/');
const noScreensInSw = ban(
  'The worker is not a screen.',
  ...SCREENS,
  '#client/ui/',
  '#client/features/',
  '#client/app/',
);
const notUp = ban(
  'domain ← protocol ← client | server, never back.',
  '#protocol/',
  '#client/',
  '#server/',
  '#sw/',
);
const notSideways = ban('domain ← protocol ← client | server, never back.', '#client/', '#server/', '#sw/');

/** An override replaces a rule, so each folder states its whole list. */
const bans = (files: string[], ...patterns: Ban[]): OxlintOverride => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const GLOBALS = [
  { name: 'fetch', message: 'Only src/client/sync/transport.ts talks to the network.' },
  { name: 'XMLHttpRequest', message: 'Only src/client/sync/transport.ts talks to the network.' },
  { name: 'localStorage', message: 'Not durable, not shared with the worker: use the pocket or client/db.' },
  { name: 'alert', message: 'Use the Dialog of the kit.' },
  { name: 'confirm', message: 'Use the Dialog of the kit.' },
  { name: 'prompt', message: 'Use the Dialog of the kit.' },
];

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'vitest'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['dist', 'data', '.tsbuild', 'test-results', 'playwright-report', 'tests/bench/peers'],
  rules: {
    eqeqeq: 'error',
    'max-lines': ['error', { max: 250 }],
    'no-console': 'error',
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-param-reassign': 'error',
    'typescript/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
    'no-var': 'error',
    'prefer-const': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-self-import': 'error',
    'typescript/await-thenable': 'error',
    'typescript/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/only-throw-error': ['error', { allowThrowingUnknown: true }],
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // Interfaces here are written with method signatures; objects of ours hold no `this`.
    'typescript/unbound-method': 'off',
    // For the compiler, which is not used.
    'react/immutability': 'off',
    'react/refs': 'off',
    'react/set-state-in-effect': 'off',
    // `role="status"` on a paragraph is what screen readers know best.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'react/exhaustive-deps': 'error',
    'react/rules-of-hooks': 'error',
    'react/no-danger': 'error',
    'react/jsx-no-target-blank': 'error',
    'vitest/no-focused-tests': 'error',
    'vitest/no-disabled-tests': 'error',
    // Strings are spread by code point on purpose (Vietnamese letters); properties assert inside their own cases.
    'typescript/no-misused-spread': 'off',
    'vitest/expect-expect': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/require-to-throw-message': 'off',
  },
  overrides: [
    bans(['src/domain/**'], notUp, onServer, onClient, inDb, inStore, inDomain),
    bans(['src/domain/zod.ts'], notUp),
    bans(['src/protocol/**'], notSideways, onServer, onClient, inDb, inStore, inDomain),
    bans(['src/client/**'], onServer, inStore, inDb, inDomain, noSw),
    bans(['src/client/app/use-live.ts'], onServer, inStore, inDomain, noSw),
    bans(['src/client/features/**'], onServer, inStore, inDb, inDomain, noSw, noFeature),
    bans(['src/client/ui/**'], onServer, inStore, inDb, inDomain, noSw, noScreen),
    bans(['src/client/sync/**'], onServer, inStore, inDb, inDomain, noSw, noReact),
    bans(['src/client/db/**'], onServer, inStore, inDomain, noSw, noReact, noSync),
    bans(['src/sw/**'], onServer, inStore, inDb, inDomain, noScreensInSw),
    bans(['src/server/**'], onClient, inDb, inStore, inDomain),
    bans(['src/server/store/**'], onClient, inDb, inDomain),
    {
      files: ['src/domain/**', 'src/protocol/**'],
      rules: {
        'no-restricted-properties': [
          'error',
          { object: 'Date', property: 'now', message: 'Time is passed in.' },
          { object: 'Math', property: 'random', message: 'Chance is passed in.' },
          { object: 'crypto', property: 'randomUUID', message: 'Ids are passed in.' },
        ],
      },
    },
    { files: ['src/client/**', 'src/sw/**'], rules: { 'no-restricted-globals': ['error', ...GLOBALS] } },
    // The worker answers the page's requests for files.
    {
      files: ['src/client/sync/transport.ts', 'src/sw/**'],
      rules: { 'no-restricted-globals': ['error', ...GLOBALS.filter(({ name }) => name !== 'fetch')] },
    },
    // An operator reads the terminal; the error boundary is the last place a bug can speak.
    {
      files: ['src/client/app/error-boundary.tsx', 'scripts/**', 'tests/**'],
      rules: { 'no-console': 'off' },
    },
    { files: ['tests/support/**'], rules: { 'typescript/consistent-type-assertions': 'off' } },
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
  ],
});
