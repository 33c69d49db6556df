/**
 * What a unit's own report is made from, and its figures: one reckoning, from which its sentences and its table are both
 * written. Pure; points are hundredths.
 */
import type { Answers } from '../answers.ts';
import type { CriteriaSet } from '../criteria.ts';
import { verifiedTotal, type VerifiedTotal } from '../review/officer-sheet.ts';
import { score, type ScoreSheet, type Total } from '../score.ts';
import { formatPoints } from '../vietnamese/format.ts';
import type { SourceCampaign, SourceCommune } from './sources.ts';

export interface UnitParagraph {
  heading: string;
  text: string;
}

export interface UnitReportFacts {
  /** As its letters name it: "Trường Tiểu học Bình Thuận". */
  unit: string;
  campaign: Pick<SourceCampaign, 'title' | 'planNumber' | 'planDate'>;
  /** Undefined before the commune's own line is on the phone. */
  commune: (SourceCommune & { standingOffice: string }) | undefined;
  plan:
    | {
        number: string;
        date: string;
        extract: string;
        targets: readonly { text: string; measure: string }[];
      }
    | undefined;
  /** As the unit left them, in its order. */
  paragraphs: readonly UnitParagraph[];
  nominations: readonly { personName: string; position: string }[];
  set: CriteriaSet;
  answers: Answers;
  /** The commune's points by criterion once the form is verified; a criterion without points does not apply. */
  given?: Readonly<Record<string, number>> | undefined;
}

export interface GroupFigures {
  name: string;
  self: Total;
  commune: Total | null;
}

export interface UnitFigures {
  sheet: ScoreSheet;
  /** In the order of the set. */
  groups: readonly GroupFigures[];
  commune: VerifiedTotal | null;
}

export function unitFigures({ set, answers, given }: UnitReportFacts): UnitFigures {
  const sheet = score(set, answers);
  const groups = set.groups.map(({ code, name, criteria }): GroupFigures => {
    const { earned = 0, applicableMax = 0 } = sheet.groups.find((group) => group.code === code) ?? {};
    const applying = given === undefined ? null : criteria.filter(({ id }) => Object.hasOwn(given, id));
    return {
      name: `${code}. ${name}`,
      self: { earned, applicableMax },
      commune:
        applying &&
        applying.reduce(
          (sum, { id, maxPoints }) => ({
            earned: sum.earned + (given?.[id] ?? 0),
            applicableMax: sum.applicableMax + maxPoints,
          }),
          { earned: 0, applicableMax: 0 },
        ),
    };
  });
  return { sheet, groups, commune: given === undefined ? null : verifiedTotal(set, given) };
}

const REACHED = /(\d{1,6}(?:,\d{1,2})?) trên (\d{1,6}(?:,\d{1,2})?) điểm/g;
const inHundredths = (text: string): string => (text.includes(',') ? text : `${text},00`);

export interface StaleFigure {
  /** Of the paragraph; its number where it has none. */
  heading: string;
  /** "4,00 trên 5,00 điểm", as the unit wrote it. */
  figure: string;
}

/**
 * Points the unit's words say ("4,00 trên 5,00 điểm") that its form does not say any more: the words were drafted from an
 * earlier form. Words stay the unit's; this is said before the report is taken away.
 */
export function staleFigures(facts: UnitReportFacts, { sheet, groups, commune }: UnitFigures): StaleFigure[] {
  const pair = (points: number, max: number): string => `${formatPoints(points)}/${formatPoints(max)}`;
  const known = new Set([
    pair(sheet.normalised, 10_000),
    pair(sheet.earned, sheet.applicableMax),
    ...sheet.criteria.map(({ points, maxPoints }) => pair(points, maxPoints)),
    ...groups.flatMap(({ self, commune: own }) =>
      [self, ...(own === null ? [] : [own])].map(({ earned, applicableMax }) => pair(earned, applicableMax)),
    ),
    ...(commune === null
      ? []
      : [pair(commune.normalised, 10_000), pair(commune.earned, commune.applicableMax)]),
    ...Object.entries(facts.given ?? {}).flatMap(([id, points]) =>
      sheet.criteria.filter((each) => each.id === id).map(({ maxPoints }) => pair(points, maxPoints)),
    ),
  ]);
  return facts.paragraphs.flatMap(({ heading, text }, at) => {
    const found = [...text.normalize('NFC').matchAll(REACHED)].filter(
      ([, points = '', max = '']) => !known.has(`${inHundredths(points)}/${inHundredths(max)}`),
    );
    return found.map(([figure]) => ({ heading: heading === '' ? String(at + 1) : heading, figure }));
  });
}
