import { addedYesterday, participationByDay } from '#domain/progress/participation.ts';
import { formatNumber, formatPercent } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { officeToday } from '#client/messages/office-today.ts';
import sheets from '../sheet.module.css';
import type { DeskSeam } from './office-desk.tsx';

const { families: words } = officeToday;

/** All families of the commune: how many have sent, and how many more since yesterday. */
export function FamiliesPanel({ seam: { desk, now } }: { seam: DeskSeam }) {
  const { sent, total } = desk.allFamilies;
  const yesterday = addedYesterday(participationByDay(desk.familyFirstAt, now), now);
  const figures = { sent: formatNumber(sent), total: formatNumber(total) };
  return (
    <section className={sheets.sheet}>
      <h2>{words.title}</h2>
      {total === 0 ? (
        <p>{fill(words.noTotal, figures)}</p>
      ) : (
        <p>
          <b>{fill(words.sent, figures)}</b>
          {fill(words.text, { percent: formatPercent(sent, total), yesterday: formatNumber(yesterday) })}
        </p>
      )}
    </section>
  );
}
