/** Two versions of a register's line, as far as they differ. Pure. */
import { formatDate, formatNumber } from '#domain/vietnamese/format.ts';
import { noonOf } from '#domain/day.ts';
import { officeRegisters as words } from '#client/messages/office-registers.ts';
import type { RegisterEntry } from '#protocol/office-records.ts';
import type { Registers } from './read-registers.ts';
import { hamletWords } from './register-table.ts';

export interface Difference {
  label: string;
  /** Empty: nothing stands there. */
  ours: string;
  theirs: string;
}

const texts = (entry: RegisterEntry, registers: Pick<Registers, 'hamlets'>): Record<string, string> => ({
  [words.fields.date]: formatDate(noonOf(entry.date)),
  [words.fields.title]: entry.title,
  [words.fields.place]: entry.place,
  [words.fields.organiser[entry.kind]]: entry.organiser,
  [words.fields.people]: entry.people === undefined ? '' : formatNumber(entry.people),
  [words.fields.hamlets]: hamletWords(entry.hamlets, registers),
  [words.fields.result]: entry.result,
});

/** As people read them: the order hamlets were ticked in is no difference. */
export function differencesOf(
  ours: RegisterEntry,
  theirs: RegisterEntry,
  registers: Pick<Registers, 'hamlets'>,
): Difference[] {
  const [a, b] = [texts(ours, registers), texts(theirs, registers)];
  return Object.keys(a).flatMap((label) => {
    const difference = { label, ours: a[label] ?? '', theirs: b[label] ?? '' };
    return difference.ours === difference.theirs ? [] : [difference];
  });
}
