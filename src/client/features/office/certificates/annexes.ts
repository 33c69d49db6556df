/** The annexes of the awards as tables for a spreadsheet (`domain.md` §3.4): who got what, how many, and the ranks they rest on. */
import { recipientKinds, type RecipientKind } from '#domain/awards/workflow.ts';
import type { Sets } from '#domain/ranking/freeze.ts';
import { partsOf } from '#domain/papers/award-lines.ts';
import { officialDate, officialNumber } from '#domain/papers/words.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import { fill } from '#client/messages/fill.ts';
import { annexWords as words } from '#client/messages/office-annexes.ts';
import { numberCell, pointsCell, textCell } from '../cells.ts';
import type { Cell, Table } from '../sheets/table.ts';
import type { Decided, Recipient } from './read-certificates.ts';

interface Line {
  id: string;
  kind: RecipientKind;
  rank: number | null;
  name: string;
  recipient: Recipient;
}

const linesOf = ({ recipients }: Decided): Line[] =>
  recipients
    .filter(({ isGiven }) => isGiven)
    .map((recipient) => {
      const { ground, recipient: who } = recipient.award.value;
      const rank = ground.kind === 'ranking' ? ground.rank : null;
      return { id: recipient.award.id, kind: who.kind, rank, name: who.name, recipient };
    });

const titleOf = ({ decision }: Decided, title: string): string[] => [
  title,
  fill(words.under, {
    number: officialNumber(decision.number, 'QĐ-UBND'),
    date: officialDate(decision.date),
  }),
];

const sumOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { recipient }) => sum + recipient.amount, 0);

/** Three parts, each in the order of ranks and names, and the sum of what they get. */
export function awardListTable(decided: Decided): Table {
  const { list } = words;
  const lines = linesOf(decided);
  const row = ({ name, rank, recipient }: Line, at: number): Cell[] => {
    const { recipient: who, ground, achievement, summary, upward } = recipient.award.value;
    return [
      numberCell(at + 1),
      textCell(name),
      textCell(who.position),
      ground.kind === 'ranking' ? pointsCell(ground.normalised) : null,
      rank === null ? null : numberCell(rank),
      textCell(summary === '' ? achievement : summary),
      textCell(list.form),
      numberCell(recipient.amount),
      textCell(upward ? list.upward : ''),
    ];
  };
  const blank = Array.from({ length: 5 }, (): Cell => null);
  return {
    name: words.names.list,
    title: titleOf(decided, words.names.list),
    columns: [
      { head: list.columns.at, width: 6 },
      { head: list.columns.name, width: 34 },
      { head: list.columns.position, width: 34 },
      { head: list.columns.points, width: 12 },
      { head: list.columns.rank, width: 10 },
      { head: list.columns.summary, width: 60 },
      { head: list.columns.form, width: 14 },
      { head: list.columns.amount, width: 16 },
      { head: list.columns.note, width: 22 },
    ],
    rows: [
      ...partsOf(lines).flatMap((part) => [
        [null, textCell(words.parts[part.kind]), ...blank, numberCell(sumOf(part.lines)), null],
        ...part.lines.map(row),
      ]),
      [null, textCell(list.total), ...blank, numberCell(sumOf(lines)), null],
    ],
  };
}

/** How many of each kind and track, and what they get. */
export function countsTable(decided: Decided): Table {
  const { counts } = words;
  const lines = linesOf(decided);
  const of = (chosen: readonly Line[], name: string): Cell[] => [
    textCell(name),
    numberCell(chosen.length),
    ...(['movement', 'exceptional'] as const).map((track) =>
      numberCell(chosen.filter(({ recipient }) => recipient.award.value.track === track).length),
    ),
    numberCell(sumOf(chosen)),
  ];
  return {
    name: words.names.counts,
    title: titleOf(decided, words.names.counts),
    columns: [
      { head: counts.columns.kind, width: 24 },
      { head: counts.columns.all, width: 14 },
      { head: counts.columns.movement, width: 18 },
      { head: counts.columns.exceptional, width: 14 },
      { head: counts.columns.amount, width: 18 },
    ],
    rows: [
      ...recipientKinds.map((kind) =>
        of(
          lines.filter((line) => line.kind === kind),
          words.kinds[kind],
        ),
      ),
      of(lines, counts.total),
    ],
  };
}

interface Names {
  /** Of hamlets, units and families. */
  nameOf: (subjectId: string) => string;
  /** "Xóm", "Trường học", "Hộ xóm Chùa 9". */
  groupName: (group: string) => string;
  sets: Sets;
}

/** Of a family only what honours it: the list may end up on a wall (`domain.md` §2.0). */
const gradeName = (
  freeze: RankingFreeze,
  subjectId: string,
  grade: string | undefined,
  sets: Sets,
): string => {
  const set = sets.get(freeze.inputs.find((input) => input.subjectId === subjectId)?.criteriaSet ?? '');
  const found = set?.grades.find(({ id }) => id === grade);
  return set?.subjectKind === 'household' && found?.min === 0 ? '' : (found?.name ?? '');
};

/** Rankings in force, each group after the other, as they were frozen. */
export function rankingTable(freezes: readonly RankingFreeze[], { nameOf, groupName, sets }: Names): Table {
  const { ranking } = words;
  return {
    name: words.names.ranking,
    title: [words.names.ranking],
    columns: [
      { head: ranking.columns.group, width: 28 },
      { head: ranking.columns.rank, width: 8 },
      { head: ranking.columns.name, width: 36 },
      { head: ranking.columns.points, width: 14 },
      { head: ranking.columns.grade, width: 24 },
      { head: ranking.columns.note, width: 40 },
    ],
    rows: freezes.flatMap((freeze) =>
      freeze.results.map(({ subjectId, rank, normalised, grade, whyNotRanked }): Cell[] => [
        textCell(groupName(freeze.group)),
        rank === undefined ? null : numberCell(rank),
        textCell(nameOf(subjectId)),
        pointsCell(normalised),
        textCell(gradeName(freeze, subjectId, grade, sets)),
        textCell(whyNotRanked === undefined ? '' : ranking.notRanked[whyNotRanked]),
      ]),
    ),
  };
}
