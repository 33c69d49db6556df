import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openJournal, readJournalFile } from '#server/backup/journal.ts';
import type { JournalEntry } from '#server/backup/journal-entry.ts';
import { withoutErasedNames } from '#server/backup/journal-names.ts';

const issued = (binding_kind: string, binding_id: string, title: string): JournalEntry => ({
  k: 'issued',
  code: {
    secret_hash: `hash-${binding_id}`,
    typed_hash: 't',
    role: binding_kind === 'household' ? 'household' : 'hamletHead',
    binding_kind,
    binding_id,
    title,
    person_name: null,
    expires_at: null,
    reusable: 1,
    created_at: 1,
  },
});

test('an erased family’s name goes from the journal in place, while another appends; no line breaks, no other changes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-names-'));
  try {
    const file = join(folder, 'journal.jsonl');
    const [one, other] = [await openJournal(file), await openJournal(file)];
    const family = issued('household', 'h1', 'Gia đình Chim Hoàng Yến');
    const rest = [issued('household', 'h2', 'Gia đình Khác'), issued('hamlet', 'h1', 'Xóm Hoàng Yến Con')];
    await one.append([family, ...rest]);
    const bytes = statSync(file).size;
    await Promise.all([one.blank(['h1']), other.append([{ k: 'revoked', device: 'd', at: 1 }])]);
    const text = readFileSync(file, 'utf8');
    expect([text.includes('Chim Hoàng Yến'), text.includes('Khác'), text.includes('Yến Con')]).toEqual([
      false,
      true,
      true,
    ]);
    const read = await readJournalFile(file);
    expect(read).toEqual({
      entries: [issued('household', 'h1', ''), ...rest, { k: 'revoked', device: 'd', at: 1 }],
      torn: false,
      unreadable: [],
    });
    const whole = statSync(file).size;
    expect(whole).toBeGreaterThan(bytes);
    // A second time there is nothing to do.
    await other.blank(['h1', 'h9']);
    expect(readFileSync(file, 'utf8')).toBe(text);
    // What another journal still says is read without the name.
    const erased: JournalEntry = {
      k: 'erased',
      at: 1,
      operations: [],
      photos: [],
      files: [],
      households: ['h1'],
    };
    expect(withoutErasedNames([family, erased])).toEqual([issued('household', 'h1', ''), erased]);
    expect(withoutErasedNames([family])).toEqual([family]);
    await one.close();
    await other.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
