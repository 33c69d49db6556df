/** Hamlets, families, units and posts as people read them, where two versions of one stand side by side. Pure. */
import { formatDate, formatNumber } from '#domain/vietnamese/format.ts';
import type { Hamlet, Household, Unit } from '#protocol/entities.ts';
import type { Position } from '#protocol/office-records.ts';
import { placesWords as words } from '#client/messages/office-places.ts';
import type { Facts } from '../stale-lines.ts';
import { shownDay } from './read-places.ts';

const day = (date: string | undefined): string => (date === undefined ? '' : shownDay(date));
const count = (n: number | undefined): string => (n === undefined ? '' : formatNumber(n));

const endOf = ({ validTo, endedBecause }: Pick<Hamlet, 'validTo' | 'endedBecause'>): Facts => [
  [words.end, day(validTo)],
  [words.endWhy, endedBecause ?? ''],
];

export const hamletFacts = (hamlet: Hamlet, hamletName: (id: string) => string): Facts => [
  [words.hamlet.name, hamlet.name],
  [words.hamlet.order, formatNumber(hamlet.order)],
  [words.hamlet.households, count(hamlet.households)],
  [words.hamlet.people, count(hamlet.people14plus)],
  [words.hamlet.head, hamlet.headName ?? ''],
  [words.hamlet.headPhone, hamlet.headPhone ?? ''],
  [words.hamlet.from, day(hamlet.validFrom)],
  ...endOf(hamlet),
  [words.merge, hamlet.mergedInto === undefined ? '' : hamletName(hamlet.mergedInto)],
];

export const householdFacts = (household: Household, hamletName: (id: string) => string): Facts => [
  [words.household.householder, household.householder],
  [words.household.hamlet, hamletName(household.hamletId)],
  [words.phone, household.phone ?? ''],
  [words.household.movedAway, household.endedAt === undefined ? '' : formatDate(household.endedAt)],
  [words.household.move, household.movedTo === undefined ? '' : hamletName(household.movedTo)],
  [words.household.merged, household.mergedInto === undefined ? '' : words.ended],
  [words.endWhy, household.endedBecause ?? ''],
];

export const unitFacts = (unit: Unit): Facts => [
  [words.unit.name, unit.name],
  [words.unit.sector, words.unit.sectors[unit.sector]],
  [words.unit.head, unit.headName ?? ''],
  [words.phone, unit.contactPhone ?? ''],
  [words.hamlet.from, day(unit.validFrom)],
  ...endOf(unit),
];

export const positionFacts = (position: Position, placeName: (position: Position) => string): Facts => [
  [words.person.name, position.personName],
  [words.person.title, position.title],
  [words.person.place, placeName(position)],
  [words.phone, position.phone ?? ''],
  [words.person.signsFor, position.signsFor ?? ''],
  [words.person.from, day(position.validFrom)],
  ...endOf(position),
];
