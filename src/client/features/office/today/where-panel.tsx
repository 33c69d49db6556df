/** How many of a kind stand where; the same figures on Hôm nay and on Tiến độ. */
import { fill } from '#client/messages/fill.ts';
import { officeToday } from '#client/messages/office-today.ts';
import { stateWords } from '#client/messages/states.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import sheets from '../sheet.module.css';
import type { Stage, SubjectStanding } from './desk.ts';
import { MiniBar } from './mini-bar.tsx';
import styles from './today.module.css';

const { where: words } = officeToday;
/** The surest first; what has not come last. */
const order: readonly Stage[] = [
  'final',
  'verified',
  'underReview',
  'received',
  'returned',
  'withdrawn',
  'draft',
  'none',
];

export const stageWord = (stage: Stage): string => (stage === 'none' ? words.none : stateWords[stage]);

function stagesOf(standings: readonly Pick<SubjectStanding, 'stage'>[]): { stage: Stage; count: number }[] {
  return order
    .map((stage) => ({ stage, count: standings.filter((each) => each.stage === stage).length }))
    .filter(({ count }) => count > 0);
}

export function WherePanel({
  kind,
  standings,
}: {
  kind: 'hamlet' | 'unit';
  standings: readonly SubjectStanding[];
}) {
  const all = standings.length;
  return (
    <section className={sheets.sheet}>
      <h2>{fill(kind === 'hamlet' ? words.hamlets : words.units, { n: all })}</h2>
      {all === 0 && <p>{words.empty}</p>}
      {all > 0 && (
        <table className={styles.dense}>
          <tbody>
            {stagesOf(standings).map(({ stage, count }) => (
              <tr key={stage}>
                <th scope="row">
                  <span className={sheets.state}>
                    <Glyph state={stage === 'none' ? 'draft' : stage} />
                    <span>{stageWord(stage)}</span>
                  </span>
                </th>
                <td className={sheets.right}>
                  <span className={styles.figure}>
                    <b>{count}</b>
                    <MiniBar n={count} of={all} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
