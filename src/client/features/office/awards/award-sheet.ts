/** The list as a table to be taken away (`domain.md` §3.4, Danh sách). */
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { dateCell, numberCell, pointsCell, textCell } from '../cells.ts';
import type { Table } from '../sheets/table.ts';
import { totalAmount, type AwardEntry } from './entries.ts';

const { heads, title: titled, moneyTotal } = awardWords.list;

/** `entries` as shown: by part, rank and name. */
export function awardsTable(entries: readonly AwardEntry[], year: number): Table {
  const total = totalAmount(entries);
  return {
    name: awardWords.title,
    title: [
      fill(titled, { year }),
      ...(total === null ? [] : [fill(moneyTotal, { money: formatNumber(total) })]),
    ],
    columns: [
      { head: heads.number, width: 6 },
      { head: heads.kind, width: 14 },
      { head: heads.track, width: 16 },
      { head: heads.who, width: 34 },
      { head: heads.place, width: 34 },
      { head: heads.points, width: 14 },
      { head: heads.rank, width: 10 },
      { head: heads.achievement, width: 50 },
      { head: heads.state, width: 22 },
      { head: heads.money, width: 14 },
      { head: heads.decision, width: 18 },
      { head: heads.decidedOn, width: 14 },
      { head: heads.upward, width: 14 },
    ],
    rows: entries.map(({ award, state, amount, decision }, at) => {
      const { recipient, ground } = award;
      const ranked = ground.kind === 'ranking' ? ground : null;
      return [
        numberCell(at + 1),
        textCell(awardWords.kinds[recipient.kind]),
        textCell(awardWords.tracks[award.track]),
        textCell(recipient.name),
        textCell(recipient.position),
        ranked === null ? null : pointsCell(ranked.normalised),
        ranked === null ? null : numberCell(ranked.rank),
        textCell(award.achievement),
        textCell(awardWords.states[state]),
        amount === null ? null : numberCell(amount),
        textCell(decision?.value.number ?? ''),
        decision === undefined ? null : dateCell(decision.value.date),
        textCell(award.upward ? awardWords.list.yes : ''),
      ];
    }),
  };
}
