/** A register's line as people read it, for the places where two versions of it stand side by side. Pure. */
import { formatDate, formatNumber } from '#domain/vietnamese/format.ts';
import { noonOf } from '#domain/day.ts';
import { officeRegisters as words } from '#client/messages/office-registers.ts';
import type { RegisterEntry } from '#protocol/office-records.ts';
import type { Facts } from '../stale-lines.ts';
import type { Registers } from './read-registers.ts';
import { hamletWords } from './register-table.ts';

/** The order hamlets were ticked in is no difference. */
export const entryFacts = (entry: RegisterEntry, registers: Pick<Registers, 'hamlets'>): Facts => [
  [words.fields.date, formatDate(noonOf(entry.date))],
  [words.fields.title, entry.title],
  [words.fields.place, entry.place],
  [words.fields.organiser[entry.kind], entry.organiser],
  [words.fields.people, entry.people === undefined ? '' : formatNumber(entry.people)],
  [words.fields.hamlets, hamletWords(entry.hamlets, registers)],
  [words.fields.result, entry.result],
];
