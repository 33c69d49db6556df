import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { enrolRequestSchema } from '#protocol/enrol.ts';
import { recordSchemas } from '#protocol/entities.ts';
import { reportSchema } from '#protocol/exchange.ts';
import { feedbackRequestSchema } from '#protocol/feedback.ts';
import { operationSchema } from '#protocol/operation.ts';
import { readCommandLine } from '#server/admin/command-line.ts';
import { journalEntrySchema } from '#server/backup/journal-entry.ts';
import { factNames } from '#server/log.ts';
import { inventory, inventoryTable, type InventoryField } from '#server/privacy/inventory.ts';
import { pendingMigrations } from '#server/store/migrate.ts';
import { root } from '../../support/source-files.ts';

/** Every field below a schema, as `a.b`; what stands in a list or a map by its own name. */
function fieldsBelow(schema: z.core.$ZodType): string[] {
  const found = new Set<string>();
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const at = new Map(Object.entries(node));
    for (const many of ['anyOf', 'oneOf', 'allOf'])
      for (const each of z.array(z.unknown()).catch([]).parse(at.get(many))) walk(each, path);
    walk(at.get('items'), path);
    const below = at.get('additionalProperties');
    if (typeof below === 'object') walk(below, `${path}.*`);
    for (const [name, value] of Object.entries(
      z.record(z.string(), z.unknown()).catch({}).parse(at.get('properties')),
    )) {
      const before = found.size;
      const here = path === '' ? name : `${path}.${name}`;
      walk(value, here);
      if (found.size === before) found.add(here);
    }
  };
  walk(z.toJSONSchema(schema), '');
  return [...found];
}

function columns(): Map<string, string[]> {
  const database = new DatabaseSync(':memory:');
  for (const { statements } of pendingMigrations(0)) for (const sql of statements) database.exec(sql);
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
  const names = tables.map(({ name }) => String(name)).filter((name) => !name.startsWith('sqlite_'));
  return new Map(
    names.map((table) => [
      table,
      database
        .prepare(`pragma table_info("${table}")`)
        .all()
        .map(({ name }) => String(name))
        .filter((name) => name !== 'commune_id'),
    ]),
  );
}

/** What is stored, by where it is. */
function stored(): Map<string, string[]> {
  const all = new Map([...columns()].map(([table, names]) => [`table ${table}`, names]));
  for (const [entity, schema] of Object.entries(recordSchemas))
    all.set(`record ${entity}`, fieldsBelow(schema));
  for (const [name, schema] of Object.entries({
    operation: operationSchema,
    feedback: feedbackRequestSchema,
    enrol: enrolRequestSchema,
    report: reportSchema,
  }))
    all.set(`sent ${name}`, fieldsBelow(schema));
  all.set('log', [...factNames]);
  return all;
}

/** Fields without a line, lines without a field, and fields with two. */
function faults(lines: readonly InventoryField[], all = stored()): string[] {
  const said = new Map<string, string[]>();
  for (const { where, field } of lines) said.set(where, [...(said.get(where) ?? []), field]);
  const odd: string[] = [];
  for (const [where, fields] of all) {
    const known = said.get(where) ?? [];
    if (known.includes('*')) continue;
    for (const field of fields)
      if (!known.includes(field) && field !== 'args') odd.push(`no line: ${where}.${field}`);
    for (const field of known) if (!fields.includes(field)) odd.push(`no field: ${where}.${field}`);
    if (new Set(known).size !== known.length) odd.push(`twice: ${where}`);
  }
  for (const where of said.keys()) if (!all.has(where)) odd.push(`nowhere: ${where}`);
  return odd;
}

test('every field that is stored has a line in the inventory, and every line a field', () => {
  expect(inventory.length).toBeGreaterThan(400);
  expect(faults(inventory)).toEqual([]);
});

test('control: a field without a line, a line without a field and a new table are found', () => {
  const all = stored();
  all.set('table device', [...(all.get('table device') ?? []), 'birthday']);
  all.set('table passport', ['number']);
  const lines = inventory.filter(({ where, field }) => where !== 'record household' || field !== 'phone');
  expect(faults([...lines, { where: 'record unit', field: 'motto', kind: 'words' }], all).sort()).toEqual([
    'no field: record unit.motto',
    'no line: record household.phone',
    'no line: table device.birthday',
    'no line: table passport.number',
  ]);
});

test('what lies beside the database holds nothing its tables do not', () => {
  const known = new Set([...columns().values()].flat());
  const words = [
    'k',
    'at',
    'code',
    'by',
    'files',
    'feedback',
    'households',
    'device',
    'backup',
    'account',
    'passkey',
  ];
  const leaves = fieldsBelow(journalEntrySchema).map((path) => path.replace(/^.*\./, ''));
  expect(leaves.filter((leaf) => !known.has(leaf) && !words.includes(leaf))).toEqual([]);
});

test('nothing that is stored is of a class that is never asked for', () => {
  const never = /cccd|cmnd|ethnic|religio|health|illness|bank|iban|account_no|birth|gender|income|poverty/i;
  expect(inventory.filter(({ field }) => never.test(field))).toEqual([]);
});

test('the record of processing in the documents is the inventory, and the operator prints the same', async () => {
  const page = readFileSync(join(root, 'docs/privacy.md'), 'utf8');
  const [, table] = /<!-- inventory -->\n([\s\S]*?)\n<!-- end -->/.exec(page) ?? [];
  expect(table?.split('\n')).toEqual(inventoryTable());
  const line = readCommandLine(['inventory']);
  if (line.kind !== 'task' || typeof line.task === 'function') throw new Error('not understood');
  expect(
    (await line.task.offline({ dataDir: '' }, { clock: { now: () => 0 }, newId: () => '' })).lines,
  ).toEqual(inventoryTable());
});
