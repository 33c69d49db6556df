import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openSqliteStore } from '#server/store/sqlite.ts';
import { StoreBusyError } from '#server/store/store.ts';
import { problemCodeOf } from '../../support/signing-device.ts';
import { openCommune } from './commune.ts';

test('while another process holds the file a phone is told to come back, and nothing was stored', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-busy-'));
  const file = join(folder, 'a.sqlite');
  const commune = await openCommune({ file, lockWaitMs: 0 });
  const phone = await commune.head();
  const text = phone.seal({
    kind: 'comment.add',
    args: { assessmentId: phone.enrolment?.assessmentId ?? '', text: 'một' },
  });
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  const refused = await phone.exchange(commune.door, [text]);
  expect(problemCodeOf(refused.text)).toBe('busy');
  // Reading goes on meanwhile.
  expect(await commune.core.ready()).toBe(true);
  other.exec('rollback');
  other.close();
  expect((await phone.exchange(commune.door, [text])).value?.results).toMatchObject([{ verdict: 'applied' }]);
  expect(await commune.core.verify()).toMatchObject({ problems: [], counts: { comments: 1 } });
  await commune.core.close();
  rmSync(folder, { recursive: true });
});

test('a full disk is told as busy, blames no operation, and heals', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-full-'));
  const commune = await openCommune({ file: join(folder, 'a.sqlite'), maxPages: 800 });
  const phone = await commune.head();
  const args = { assessmentId: phone.enrolment?.assessmentId ?? '', text: 'x'.repeat(1900) };
  const texts = Array.from({ length: 400 }, () => phone.seal({ kind: 'comment.add', args }));
  let refusals = 0;
  for (let turn = 0; turn < 200 && refusals < 8; turn++) {
    const reply = await phone.exchange(commune.door, texts.slice(phone.lastSeq, phone.lastSeq + 5));
    if (reply.value === null) {
      expect(problemCodeOf(reply.text)).toBe('busy');
      refusals += 1;
    } else expect(new Set(reply.value.results.map(({ verdict }) => verdict))).toEqual(new Set(['applied']));
  }
  expect(refusals).toBe(8);
  const held = phone.lastSeq;
  await commune.core.close();

  const healed = await openCommune({ file: join(folder, 'a.sqlite') });
  expect(await healed.core.verify()).toMatchObject({
    problems: [],
    counts: { comments: held, quarantined: 0 },
  });
  expect((await phone.exchange(healed.door, [texts[held] ?? ''])).value?.lastSeq).toBe(held + 1);
  await healed.core.close();
  rmSync(folder, { recursive: true });
});

test('a disk that fills in the middle of one statement is a shortage too, not a fault of the judge', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-part-'));
  const store = openSqliteStore({ file: join(folder, 'a.sqlite'), communeId: 'a1', maxPages: 120 });
  const answer = { channel: 'self', criterion_id: 'B1.1', hamlet_id: 'h', counted: 1, na: 0 } as const;
  const rows = Array.from({ length: 2000 }, (_, index) => ({
    ...answer,
    assessment_id: String(index).padStart(40, '0'),
    number: 1,
    denominator: null,
    level_index: null,
  }));
  const filling = store.write(({ householdAnswer }) => householdAnswer.insert(rows));
  await expect(filling).rejects.toThrow(StoreBusyError);
  await store.write(({ householdAnswer }) => householdAnswer.insert(rows.slice(0, 3)));
  await store.close();
  rmSync(folder, { recursive: true });
});
