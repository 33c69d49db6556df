/** The ranking as a table to be taken away: what the screen shows, typed. */
import { fill } from '#client/messages/fill.ts';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import { stateWords } from '#client/messages/states.ts';
import { numberCell, pointsCell, textCell } from '../cells.ts';
import type { Cell, Column, Table } from '../sheets/table.ts';
import { when } from '../when.ts';
import type { GroupView, RankedForm } from './group-view.ts';
import { gradeWords, rankWords } from './rank-words.ts';

interface About {
  /** Title of the screen. */
  title: string;
  commune: string;
  /** Year of the campaign. */
  year: number;
  /** Epoch ms. */
  now: number;
}

export function rankingTable(view: GroupView, { title, commune, year, now }: About): Table {
  const { columns } = words;
  const isHamlet = view.group.kind === 'hamlet';
  const heads: Column[] = [
    { head: columns.rank, width: 8 },
    { head: columns[view.group.kind], width: 32 },
    { head: words.sheet.columns.low, width: 14 },
    { head: words.sheet.columns.high, width: 14 },
    { head: columns.grade, width: 20 },
    { head: columns.graded, width: 10 },
    ...(isHamlet ? [{ head: columns.families, width: 12 }] : []),
    { head: columns.state, width: 20 },
    { head: words.sheet.columns.ratio, width: 12 },
    { head: fill(words.sheet.columns.prior, { year: year - 1 }), width: 12 },
    { head: words.sheet.columns.onTime, width: 12 },
    { head: words.sheet.columns.note, width: 40 },
  ];
  const row = (form: RankedForm, rank: Cell, note: string): Cell[] => {
    const { sheet, families, prior, onTime, name, state } = form;
    const ratio = sheet.criteria.filter(({ type }) => type === 'ratio');
    return [
      rank,
      textCell(name),
      pointsCell(sheet.low),
      pointsCell(sheet.high),
      textCell(gradeWords(form)),
      textCell(`${sheet.graded}/${sheet.criteria.length}`),
      ...(isHamlet ? [textCell(families ? `${families.sent}/${families.total}` : '')] : []),
      textCell(stateWords[state]),
      pointsCell(ratio.reduce((sum, { points }) => sum + points, 0)),
      prior === null ? null : pointsCell(prior),
      textCell(onTime ? words.tie.yes : words.tie.no),
      textCell(note),
    ];
  };
  const ranked = view.ranking.ranked.flatMap((subject) => {
    const form = view.forms.get(subject.subjectId);
    const [only, ...others] = subject.ranks;
    const rank = others.length === 0 && only !== undefined ? numberCell(only) : textCell(rankWords(subject));
    return form ? [row(form, rank, '')] : [];
  });
  const excluded = view.ranking.excluded.flatMap(({ subjectId, why }) => {
    const form = view.forms.get(subjectId);
    return form ? [row(form, null, words.notRanked[why])] : [];
  });
  const isSettled = view.verified === view.forms.size;
  return {
    name: title,
    title: [
      [title, commune].filter((part) => part !== '').join(', '),
      [fill(words.sheet.made, { when: when(now) }), isSettled ? '' : words.provisional]
        .filter((part) => part !== '')
        .join('. '),
    ],
    columns: heads,
    rows: [...ranked, ...excluded],
  };
}
