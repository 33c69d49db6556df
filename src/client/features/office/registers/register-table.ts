/** A register as it is shown, and as a table to be taken away. */
import { formatNumber } from '#domain/vietnamese/format.ts';
import { inspectionSum, registerSum } from '#domain/report/register-sums.ts';
import { fill } from '#client/messages/fill.ts';
import { officeRegisters as words } from '#client/messages/office-registers.ts';
import { dateCell, numberCell, textCell } from '../cells.ts';
import type { Table } from '../sheets/table.ts';
import type { EntryKind, Registers, RegisterTab } from './read-registers.ts';

export const hamletWords = (ids: readonly string[], { hamlets }: Pick<Registers, 'hamlets'>): string =>
  ids.length === 0
    ? words.wholeCommune
    : hamlets
        .filter(({ id }) => ids.includes(id))
        .map(({ name }) => name)
        .join(', ');

const ofKind = (registers: Registers, kind: EntryKind) =>
  registers.entries.filter(({ value }) => value.kind === kind);

/** "3 buổi tập huấn, 120 lượt người, tới 12 trên 19 xóm." */
export function sumWords(registers: Registers, tab: RegisterTab): string {
  if (tab === 'inspection') {
    const { made, planned, differs } = inspectionSum(registers.inspections.map(({ value }) => value));
    return fill(words.sums.inspection, { n: formatNumber(made), planned, differs });
  }
  const sum = registerSum(
    ofKind(registers, tab).map(({ value }) => value),
    registers.hamlets.map(({ id }) => id),
  );
  const line = fill(words.sums[tab], {
    n: formatNumber(sum.lines),
    people: formatNumber(sum.people),
    hamlets: sum.hamletsReached,
    all: registers.hamlets.length,
  });
  return tab !== 'proposal' && sum.peopleUnknown > 0
    ? line + fill(words.peopleUnknown, { n: sum.peopleUnknown })
    : line;
}

export function registerTable(registers: Registers, tab: RegisterTab): Table {
  const title = [`${words.tabs[tab]} ${registers.year}`, sumWords(registers, tab)];
  if (tab === 'inspection') {
    const heads = words.inspectionColumns;
    return {
      name: words.tabs.inspection,
      title,
      columns: [
        { head: heads.date, width: 12 },
        { head: heads.subject, width: 30 },
        { head: heads.inspectors, width: 30 },
        { head: heads.conclusion, width: 18 },
        { head: heads.findings, width: 12 },
        { head: heads.note, width: 50 },
      ],
      rows: registers.inspections.map(({ value, subject }) => [
        dateCell(value.date),
        textCell(subject),
        textCell(value.inspectors),
        textCell(words.conclusions[value.conclusion]),
        numberCell(value.findings.length),
        textCell(value.note),
      ]),
    };
  }
  const heads = words.columns;
  return {
    name: words.tabs[tab],
    title,
    columns: [
      { head: heads.date, width: 12 },
      { head: heads.title, width: 44 },
      { head: heads.place, width: 24 },
      { head: tab === 'proposal' ? heads.proposer : heads.organiser, width: 28 },
      { head: heads.people, width: 10 },
      { head: heads.hamlets, width: 36 },
      { head: heads.result, width: 50 },
    ],
    rows: ofKind(registers, tab).map(({ value }) => [
      dateCell(value.date),
      textCell(value.title),
      textCell(value.place),
      textCell(value.organiser),
      value.people === undefined ? null : numberCell(value.people),
      textCell(hamletWords(value.hamlets, registers)),
      textCell(value.result),
    ]),
  };
}
