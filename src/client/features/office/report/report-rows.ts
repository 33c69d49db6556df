/** The report line by line: each figure with its denominator and the list it comes from. */
import { pillars, type SubjectKind } from '#domain/criteria.ts';
import type { Average, KindSum } from '#domain/report/kind-sums.ts';
import type { BroadcastSum } from '#domain/exemplars/broadcasts.ts';
import type { InspectionSum, RegisterSum } from '#domain/report/register-sums.ts';
import { formatNumber, formatPercent, formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeReport as words } from '#client/messages/office-report.ts';
import { office } from '#client/messages/office.ts';
import { numberCell, pointsCell, textCell } from '../cells.ts';
import { BULLETINS_PATH, EXEMPLARS_PATH } from '../exemplars/paths.ts';
import type { ExemplarSum } from '../exemplars/read-exemplars.ts';
import { LIST_PATH, PROGRESS_PATH } from '../paths.ts';
import type { Cell, Table } from '../sheets/table.ts';
import type { ReportSums } from './report-forms.ts';

export interface ReportRow {
  what: string;
  /** `points`: both are hundredths of a point. `average`: hundredths over `d` forms. */
  kind: 'count' | 'points' | 'average';
  n: number;
  /** Absent: a figure of its own; 0: not known. */
  d?: number;
  note?: string;
  source: { word: string; href: string };
}

export interface ReportSection {
  title: string;
  rows: ReportRow[];
  note?: string;
}

export interface ReportFacts {
  sums: ReportSums;
  hamlets: number;
  training: RegisterSum;
  event: RegisterSum;
  proposal: RegisterSum;
  exemplars: ExemplarSum;
  broadcasts: BroadcastSum;
  samples: { draws: number; chosen: number };
  inspections: InspectionSum;
  feedback: { all: number; answered: number };
}

const { rows: said, sources } = words;
const kindParams: Record<SubjectKind, string> = { household: 'ho', hamlet: 'xom', unit: 'don-vi' };

const listOf = (kind: SubjectKind, state?: string): ReportRow['source'] => ({
  word: sources.review,
  href: `${LIST_PATH}?loai=${kindParams[kind]}${state === undefined ? '' : `&trang-thai=${state}`}`,
});

const averageRow = (what: string, kind: SubjectKind, average: Average | null): ReportRow[] =>
  average === null
    ? []
    : [{ what, kind: 'average', n: average.points, d: average.forms, source: listOf(kind) }];

function kindSection(kind: SubjectKind, sum: KindSum): ReportSection {
  const progress = {
    word: sources.progress,
    href: kind === 'unit' ? `${PROGRESS_PATH}?xem=don-vi` : PROGRESS_PATH,
  };
  const count = (what: string, n: number, d: number, source: ReportRow['source']): ReportRow => ({
    what,
    kind: 'count',
    n,
    d,
    source,
  });
  return {
    title: words.sections[kind],
    rows: [
      count(said.sent, sum.sent, sum.total, progress),
      ...(sum.sent === 0
        ? []
        : [
            count(said.onTime, sum.onTime, sum.sent, listOf(kind)),
            count(said.verified, sum.verified, sum.sent, listOf(kind, 'verified')),
            count(said.returned, sum.returned, sum.sent, listOf(kind, 'returned')),
            count(said.sentAgain, sum.sentAgain, sum.sent, listOf(kind)),
            ...averageRow(said.averageVerified, kind, sum.averageVerified),
            ...averageRow(said.averageSelf, kind, sum.averageSelf),
            ...sum.grades.map(({ grade, verified, self }): ReportRow => {
              const row = grade === null ? said.noGrade : fill(said.grade, { grade });
              const what = fill(said.gradeSplit, { row, verified, self });
              return count(what, verified + self, sum.sent, listOf(kind));
            }),
            ...pillars.flatMap((pillar): ReportRow[] => {
              const { earned, applicableMax } = sum.pillars[pillar];
              if (applicableMax === 0) return [];
              const what = fill(said.pillar, { pillar: office.pillars[pillar] });
              return [{ what, kind: 'points', n: earned, d: applicableMax, source: listOf(kind) }];
            }),
          ]),
    ],
    ...(kind === 'household' && { note: words.households }),
  };
}

const unknownPeople = ({ peopleUnknown }: RegisterSum): Pick<ReportRow, 'note'> =>
  peopleUnknown > 0 ? { note: fill(words.peopleUnknown, { n: peopleUnknown }) } : {};

export function reportSections(facts: ReportFacts): ReportSection[] {
  const { training, event, proposal, hamlets, samples, inspections, feedback, exemplars, broadcasts } = facts;
  const stories = { word: sources.exemplars, href: EXEMPLARS_PATH };
  const told = { word: sources.bulletins, href: BULLETINS_PATH };
  const register = (path: string): ReportRow['source'] => ({
    word: sources.registers,
    href: `/so-theo-doi${path}`,
  });
  const recheck = { word: sources.recheck, href: '/kiem-tra-lai' };
  const plain = (what: string, n: number, source: ReportRow['source'], d?: number): ReportRow => ({
    what,
    kind: 'count',
    n,
    ...(d !== undefined && { d }),
    source,
  });
  return [
    kindSection('hamlet', facts.sums.hamlet),
    kindSection('household', facts.sums.household),
    kindSection('unit', facts.sums.unit),
    {
      title: words.sections.registers,
      rows: [
        plain(said.training, training.lines, register('')),
        { ...plain(said.trainingPeople, training.people, register('')), ...unknownPeople(training) },
        plain(said.trainingHamlets, training.hamletsReached, register(''), hamlets),
        plain(said.event, event.lines, register('/su-kien')),
        plain(said.eventHamlets, event.hamletsReached, register('/su-kien'), hamlets),
        plain(said.proposal, proposal.lines, register('/giai-phap')),
      ],
    },
    {
      title: words.sections.voices,
      rows: [
        plain(said.exemplars, exemplars.published, stories, exemplars.all),
        plain(said.replications, exemplars.replicated, stories),
        plain(said.broadcasts, broadcasts.times, told),
        plain(said.broadcastMinutes, broadcasts.minutes, told),
      ],
    },
    {
      title: words.sections.checks,
      rows: [
        plain(said.samples, samples.draws, recheck),
        plain(said.sampled, samples.chosen, recheck),
        plain(said.inspections, inspections.made, register('/kiem-tra')),
        plain(said.differs, inspections.differs, register('/kiem-tra'), inspections.made),
      ],
    },
    {
      title: words.sections.feedback,
      rows: [
        plain(said.feedback, feedback.answered, { word: sources.feedback, href: '/y-kien' }, feedback.all),
      ],
    },
  ];
}

export interface RowWords {
  n: string;
  d: string;
  percent: string;
}

/** A percentage only where the whole is known and not nothing. */
export function rowWords({ kind, n, d }: ReportRow): RowWords {
  if (kind === 'average')
    return {
      n: fill(words.points, { points: formatPoints(n) }),
      d: fill(words.forms, { n: formatNumber(d ?? 0) }),
      percent: '',
    };
  const shown = kind === 'points' ? formatPoints : formatNumber;
  return {
    n: shown(n),
    d: d === undefined ? '' : d === 0 && n > 0 ? words.totalUnknown : shown(d),
    percent: d === undefined || d === 0 ? '' : formatPercent(n, d),
  };
}

const lineOf = (row: ReportRow): string => {
  const { n, d, percent } = rowWords(row);
  const value =
    percent !== '' ? fill(words.of, { n, d, percent }) : row.kind === 'average' ? `${n} (${d})` : n;
  return fill(words.line, { what: row.what, value: row.note ? `${value}; ${row.note}` : value });
};

/** For a document or a message. */
export const reportText = (heading: string, asOf: string, sections: readonly ReportSection[]): string =>
  [
    heading,
    asOf,
    ...sections.flatMap(({ title, rows, note }) => [
      '',
      title,
      ...rows.map(lineOf),
      ...(note === undefined ? [] : [note]),
    ]),
  ].join('\n');

const cellOf = (row: ReportRow, value: number | undefined, isWhole: boolean): Cell => {
  if (value === undefined) return null;
  return row.kind === 'points' || (row.kind === 'average' && !isWhole)
    ? pointsCell(value)
    : numberCell(value);
};

export const reportTable = (heading: string, asOf: string, sections: readonly ReportSection[]): Table => ({
  name: words.title,
  title: [heading, asOf],
  columns: [
    { head: words.columns.what, width: 60 },
    { head: words.columns.n, width: 14 },
    { head: words.columns.d, width: 14 },
    { head: words.columns.percent, width: 12 },
    { head: words.columns.source, width: 20 },
  ],
  rows: sections.flatMap(({ title, rows }) => [
    [textCell(title), null, null, null, null],
    ...rows.map((row): Cell[] => [
      textCell(row.note === undefined ? row.what : `${row.what} (${row.note})`),
      cellOf(row, row.n, false),
      cellOf(row, row.d, true),
      textCell(rowWords(row).percent),
      textCell(row.source.word),
    ]),
  ]),
});
