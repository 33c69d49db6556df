/** What the commune already has, as an import compares with it. Shapes are those of the records themselves. */
import type { Sector } from '../criteria.ts';
import type { Dated } from '../standing.ts';

interface DatedRecord extends Dated {
  endedBecause?: string | undefined;
}

export interface HamletValue extends DatedRecord {
  id: string;
  name: string;
  order: number;
  households?: number | undefined;
  people14plus?: number | undefined;
  headName?: string | undefined;
  headPhone?: string | undefined;
  mergedInto?: string | undefined;
  formerCommune?: string | undefined;
}
export interface HouseholdValue {
  id: string;
  hamletId: string;
  code?: string | undefined;
  householder: string;
  phone?: string | undefined;
  endedAt?: number | undefined;
  endedBecause?: string | undefined;
  movedTo?: string | undefined;
  mergedInto?: string | undefined;
}
export interface UnitValue extends DatedRecord {
  id: string;
  code?: string | undefined;
  name: string;
  sector: Sector;
  subtype: string;
  headName?: string | undefined;
  contactPhone?: string | undefined;
  mergedInto?: string | undefined;
  formerCommune?: string | undefined;
}
export interface PositionValue extends DatedRecord {
  id: string;
  title: string;
  personName: string;
  phone?: string | undefined;
  subjectKind?: 'hamlet' | 'unit' | undefined;
  subjectId?: string | undefined;
  signsFor?: string | undefined;
}
export interface PopulationCountValue {
  id: string;
  hamletId: string;
  households: number;
  people14plus?: number | undefined;
  source: string;
  date: string;
}
export interface PriorResultValue {
  id: string;
  campaignId: string;
  subjectKind: 'hamlet' | 'unit';
  subjectId: string;
  year: number;
  /** Hundredths. */
  normalised: number;
  source: string;
}

export interface ValueOf {
  hamlet: HamletValue;
  household: HouseholdValue;
  unit: UnitValue;
  position: PositionValue;
  populationCount: PopulationCountValue;
  priorResult: PriorResultValue;
}
export type ImportEntity = keyof ValueOf;

/** A record to be written; `baseRev` 0 = new. */
export type ImportRecord = {
  [Entity in ImportEntity]: { entity: Entity; id: string; value: ValueOf[Entity]; baseRev: number };
}[ImportEntity];

export interface Stored<Value> {
  id: string;
  rev: number;
  value: Value;
}

export interface Known {
  hamlets: readonly Stored<HamletValue>[];
  households: readonly Stored<HouseholdValue>[];
  units: readonly Stored<UnitValue>[];
  positions: readonly Stored<PositionValue>[];
  priorResults: readonly Stored<PriorResultValue>[];
}

/** What the person says once for the whole file. */
export interface ImportFacts {
  /** The day from which new hamlets, units and positions stand, and of counts without a day of their own. */
  day: string;
  /** Where the counts come from: "Chi cục Thống kê". */
  source: string;
  /** Taken over from this commune; '' = our own. */
  formerCommune: string;
  /** For results of an earlier year. */
  campaignId: string;
}
