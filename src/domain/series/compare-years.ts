/**
 * The campaigns of a series beside each other, subject by subject and group by group. By each year's own result, or with
 * every year's answers reckoned anew under one version of the criteria: then only what that year's form asked is counted,
 * so that nobody loses points for a question nobody put. Hundredths throughout. Pure.
 */
import type { GivenAnswers } from '../answer-shape.ts';
import { criteriaOf } from '../criteria-set.ts';
import type { CriteriaSet } from '../criteria.ts';
import { verifiedTotal } from '../review/officer-sheet.ts';
import { divideHalfUp } from '../rounding.ts';
import { score } from '../score.ts';

/** One form in force of one year. */
export interface YearForm {
  subjectId: string;
  /** Ranked with these alone: all hamlets, one sector. */
  group: string;
  /** The version it was filled in under. */
  set: CriteriaSet;
  answers: GivenAnswers;
  /** The officer's points by criterion once the review is over; absent = accepted as not applicable. Null before. */
  verified: Readonly<Record<string, number>> | null;
}

export interface YearForms {
  campaignId: string;
  forms: readonly YearForm[];
  /** Results of that year the app did not keep itself, normalised, by subject. */
  priors?: ReadonlyMap<string, { normalised: number; group: string }>;
}

/** `verified`: the officer's · `self`: the sender's own · `reckoned`: anew under a version · `prior`: written down by hand. */
export type Basis = 'verified' | 'self' | 'reckoned' | 'prior';

export interface YearCell {
  normalised: number;
  basis: Basis;
  /** Competition rank in its group that year, by this figure. */
  rank: number;
  /** How many stand in that group that year. */
  of: number;
  /** Of a reckoned one: criteria of the version which that year's form asked too, of all. */
  asked?: { common: number; all: number };
}

export interface SubjectYears {
  subjectId: string;
  /** One a campaign, in their order; null = no form. */
  cells: (YearCell | null)[];
  /** The newest against the one before it that has a figure; null where there are not two. */
  change: number | null;
}

export interface GroupYears {
  group: string;
  /** Mean of those with a figure, half-up; null where nobody has one. */
  cells: ({ average: number; of: number } | null)[];
}

export interface SeriesTable {
  subjects: SubjectYears[];
  groups: GroupYears[];
}

/** Only what both ask, in the version's own points. */
export function narrowedTo(version: CriteriaSet, own: CriteriaSet): CriteriaSet {
  const asked = new Map(criteriaOf(own).map(({ id, type }) => [id, type]));
  return {
    ...version,
    groups: version.groups.map((group) => ({
      ...group,
      criteria: group.criteria.filter(({ id, type }) => asked.get(id) === type),
    })),
  };
}

type Figure = Pick<YearCell, 'normalised' | 'basis' | 'asked'> & { group: string };

function figureOf({ set, answers, verified, group }: YearForm, version: CriteriaSet | null): Figure {
  if (version !== null) {
    const narrow = narrowedTo(version, set);
    const asked = { common: criteriaOf(narrow).length, all: criteriaOf(version).length };
    return { normalised: score(narrow, answers).normalised, basis: 'reckoned', asked, group };
  }
  return verified === null
    ? { normalised: score(set, answers).normalised, basis: 'self', group }
    : { normalised: verifiedTotal(set, verified).normalised, basis: 'verified', group };
}

function figuresOf({ forms, priors }: YearForms, version: CriteriaSet | null): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  // Of a year without answers nothing can be reckoned anew.
  if (version === null)
    for (const [subjectId, prior] of priors ?? []) figures.set(subjectId, { ...prior, basis: 'prior' });
  for (const form of forms) figures.set(form.subjectId, figureOf(form, version));
  return figures;
}

const changeOf = (cells: readonly (YearCell | null)[]): number | null => {
  const known = cells.filter((cell): cell is YearCell => cell !== null);
  const [newest, before] = [known.at(-1), known.at(-2)];
  return newest === undefined || before === undefined ? null : newest.normalised - before.normalised;
};

/** `years`: oldest first. `version`: null = each year by its own result. Subjects and groups in the order they first appear. */
export function compareYears(years: readonly YearForms[], version: CriteriaSet | null): SeriesTable {
  const figures = years.map((year) => figuresOf(year, version));
  const cellsOf = (subjectId: string): (YearCell | null)[] =>
    figures.map((year) => {
      const figure = year.get(subjectId);
      if (figure === undefined) return null;
      const { group, ...said } = figure;
      const peers = [...year.values()].filter((each) => each.group === group);
      const above = peers.filter(({ normalised }) => normalised > figure.normalised).length;
      return { ...said, rank: above + 1, of: peers.length };
    });
  const groups = [...new Set(figures.flatMap((year) => [...year.values()].map(({ group }) => group)))];
  return {
    subjects: [...new Set(figures.flatMap((year) => [...year.keys()]))].map((subjectId) => {
      const cells = cellsOf(subjectId);
      return { subjectId, cells, change: changeOf(cells) };
    }),
    groups: groups.map((group) => ({
      group,
      cells: figures.map((year) => {
        const own = [...year.values()].filter((each) => each.group === group);
        if (own.length === 0) return null;
        const sum = own.reduce((total, { normalised }) => total + normalised, 0);
        return { average: divideHalfUp(sum, own.length), of: own.length };
      }),
    })),
  };
}
