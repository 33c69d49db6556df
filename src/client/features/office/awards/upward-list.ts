/** Who is put forward to the authorities above, or was honoured by one of them; and the list as a file. Pure. */
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { upwardWords as words } from '#client/messages/office-awards-upward.ts';
import { dateCell, numberCell, textCell } from '../cells.ts';
import type { Table } from '../sheets/table.ts';
import { groundWords } from './award-words.ts';
import type { AwardEntry } from './entries.ts';

/** In the order of the awards. One that left the path stays as long as an authority's answer is written down for it. */
export const upwardOf = (entries: readonly AwardEntry[]): AwardEntry[] =>
  entries.filter(({ award, isOut }) => award.above !== undefined || (award.upward && !isOut));

export function upwardTable(entries: readonly AwardEntry[], year: number): Table {
  const { heads } = awardWords.list;
  const { columns } = words;
  return {
    name: words.title,
    title: [fill(words.fileTitle, { year })],
    columns: [
      { head: columns.number, width: 6 },
      { head: heads.who, width: 34 },
      { head: heads.place, width: 34 },
      { head: heads.kind, width: 14 },
      { head: heads.ground, width: 26 },
      { head: heads.achievement, width: 60 },
      { head: words.here, width: 22 },
      { head: columns.form, width: 20 },
      { head: columns.authority, width: 28 },
      { head: columns.decision, width: 20 },
      { head: columns.date, width: 16 },
    ],
    rows: entries.map(({ award, state }, at) => {
      const { recipient, above } = award;
      return [
        numberCell(at + 1),
        textCell(recipient.name),
        textCell(recipient.position),
        textCell(awardWords.kinds[recipient.kind]),
        textCell(groundWords(award)),
        textCell(award.summary === '' ? award.achievement : award.summary),
        textCell(awardWords.states[state]),
        textCell(above?.form ?? ''),
        textCell(above?.authority ?? ''),
        textCell(above?.number ?? ''),
        above === undefined ? null : dateCell(above.date),
      ];
    }),
  };
}
