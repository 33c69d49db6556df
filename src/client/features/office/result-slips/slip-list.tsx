/** Whose results are there: a tick to print, a name to look at. */
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { resultSlipWords as words } from '#client/messages/office-result-slips.ts';
import certificates from '../certificates/certificates.module.css';
import { PrintChoice, toggled } from '../print-choice.tsx';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import type { ResultSlip } from './slip-of.ts';

interface SlipListProps {
  slips: readonly ResultSlip[];
  skipped: ReadonlySet<string>;
  onSkip: (skipped: ReadonlySet<string>) => void;
  looked: string | null;
  onLook: (subjectId: string) => void;
}

export function SlipList({ slips, skipped, onSkip, looked, onLook }: SlipListProps) {
  const { columns } = words;
  const chosen = slips.filter(({ subjectId }) => !skipped.has(subjectId)).length;
  return (
    <section aria-label={words.title}>
      <PrintChoice
        said={fill(words.chosen, { n: chosen, all: slips.length })}
        all={words.all}
        none={words.none}
        ids={slips.map(({ subjectId }) => subjectId)}
        onSkip={onSkip}
      />
      <div className={sheet.tablewrap}>
        <table className={shared.table} aria-label={words.title}>
          <thead>
            <tr>
              <th scope="col">{columns.print}</th>
              <th scope="col">{columns.name}</th>
              <th scope="col" className={sheet.right}>
                {columns.officer}
              </th>
              <th scope="col">{columns.grade}</th>
              <th scope="col">{columns.rank}</th>
            </tr>
          </thead>
          <tbody>
            {slips.map((slip) => (
              <tr key={slip.subjectId} data-chosen={slip.subjectId === looked ? '' : undefined}>
                <td data-head={columns.print}>
                  <label className={certificates.tick}>
                    <input
                      type="checkbox"
                      aria-label={slip.name}
                      checked={!skipped.has(slip.subjectId)}
                      onChange={() => onSkip(toggled(skipped, slip.subjectId))}
                    />
                  </label>
                </td>
                <th scope="row">
                  <button
                    type="button"
                    className={shared.rowButton}
                    aria-pressed={slip.subjectId === looked}
                    onClick={() => onLook(slip.subjectId)}
                  >
                    {slip.name}
                  </button>
                </th>
                <td className={sheet.right} data-head={columns.officer}>
                  {formatPoints(slip.officer)}
                </td>
                <td data-head={columns.grade}>{slip.grade}</td>
                <td data-head={columns.rank}>
                  {slip.rank && fill(words.rankOf, { rank: slip.rank.rank, of: slip.rank.of })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
