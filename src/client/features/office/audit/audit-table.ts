/** The entries on the screen as a table to be taken away. */
import { fill } from '#client/messages/fill.ts';
import { officeAudit as words } from '#client/messages/office-audit.ts';
import type { LogEntry } from '#protocol/log.ts';
import { numberCell, textCell } from '../cells.ts';
import type { Table } from '../sheets/table.ts';
import { when } from '../when.ts';
import { changesOf, resultWords, roleWords, whatWords, whoWords } from './entry-words.ts';
import type { Names } from './read-names.ts';

const { exportColumns: heads } = words;

/** `now`: epoch ms. */
export const auditTable = (entries: readonly LogEntry[], names: Names, now: number): Table => ({
  name: words.title,
  title: [words.exportTitle, fill(words.exportNote, { when: when(now) })],
  columns: [
    { head: heads.rev, width: 8 },
    { head: heads.at, width: 20 },
    { head: heads.who, width: 24 },
    { head: heads.role, width: 14 },
    { head: heads.device, width: 20 },
    { head: heads.what, width: 36 },
    { head: heads.about, width: 28 },
    { head: heads.reason, width: 40 },
    { head: heads.changes, width: 60 },
    { head: heads.result, width: 24 },
    { head: heads.log, width: 46 },
  ],
  rows: entries.map((entry) => [
    numberCell(entry.rev),
    textCell(when(entry.receivedAt)),
    textCell(whoWords(entry)),
    textCell(roleWords(entry)),
    textCell(entry.device?.label ?? ''),
    textCell(whatWords(entry, names)),
    textCell(entry.subject?.name ?? ''),
    textCell(entry.reason ?? ''),
    textCell(
      changesOf(entry, names)
        .map(({ what, before, after }) => fill(words.changeLine, { what, before, after }))
        .join('\n'),
    ),
    textCell(resultWords(entry)),
    textCell(entry.log),
  ]),
});
