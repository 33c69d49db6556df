/** One table a frozen group: rank, points, and whether the rules let it through. */
import { formatPoints } from '#domain/vietnamese/format.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardForms } from '#client/messages/office-awards-forms.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { cx } from '#client/ui/cx.ts';
import { groupsOf } from '../ranking/groups.ts';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import { when } from '../when.ts';
import { useAwards } from './award-desk.tsx';
import styles from './awards.module.css';
import type { Candidate } from './candidates.ts';
import { subjectName } from './recipient.ts';

const words = awardForms.shortlist;
const { heads } = awardForms;

interface CandidateTablesProps {
  candidates: readonly Candidate[];
  suggested: ReadonlySet<string>;
  isMarked: (candidate: Candidate) => boolean;
  onToggle: (key: string) => void;
}

export function CandidateTables({ candidates, suggested, isMarked, onToggle }: CandidateTablesProps) {
  const { desk } = useAwards();
  const groups = groupsOf(desk);
  const titleOf = ({ group: id }: RankingFreeze): string => {
    const group = groups.find((each) => each.id === id);
    if (group?.sector !== undefined)
      return fill(words.unit, { sector: reviewWords.list.sectors[group.sector] });
    return group?.hamletName === undefined
      ? words.hamlets
      : fill(words.household, { hamlet: group.hamletName });
  };
  const nameOf = ({ kind, result }: Candidate): string => subjectName(desk, kind, result.subjectId);
  const whyWords = (candidate: Candidate): string => {
    const { why, taken, key } = candidate;
    if (taken !== undefined) return words.taken;
    if (why.length > 0) return why.map((each) => words.why[each]).join(', ');
    return suggested.has(key) ? words.eligible : words.beyond;
  };
  const freezes = [...new Map(candidates.map(({ freeze }) => [freeze.id, freeze])).values()];
  return freezes.map((freeze) => (
    <section key={freeze.id} aria-label={titleOf(freeze)}>
      <h2>{titleOf(freeze)}</h2>
      <p className={sheets.note}>{fill(words.frozenAt, { when: when(freeze.frozenAt) })}</p>
      <div className={sheets.tablewrap}>
        <table className={cx(shared.table, styles.rows)} aria-label={titleOf(freeze)}>
          <thead>
            <tr>
              <th scope="col" className={styles.pick}>
                {heads.include}
              </th>
              <th scope="col" className={sheets.right}>
                {heads.rank}
              </th>
              <th scope="col">{heads.who}</th>
              <th scope="col" className={sheets.right}>
                {heads.points}
              </th>
              <th scope="col">{heads.why}</th>
            </tr>
          </thead>
          <tbody>
            {candidates
              // Of a family that asked for its data to be erased nothing is put forward.
              .filter((candidate) => candidate.freeze.id === freeze.id && nameOf(candidate) !== '')
              .map((candidate) => {
                const { key, result, taken } = candidate;
                const name = nameOf(candidate);
                return (
                  <tr key={key}>
                    <td className={styles.pick}>
                      <label>
                        <input
                          aria-label={fill(awardForms.include, { name })}
                          type="checkbox"
                          checked={taken !== undefined || isMarked(candidate)}
                          disabled={taken !== undefined || result.rank === undefined}
                          onChange={() => onToggle(key)}
                        />
                      </label>
                    </td>
                    <td className={sheets.right} data-head={heads.rank}>
                      {result.rank ?? '–'}
                    </td>
                    <th scope="row">{name}</th>
                    <td className={sheets.right} data-head={heads.points}>
                      {formatPoints(result.normalised)}
                    </td>
                    <td data-head={heads.why}>{whyWords(candidate)}</td>
                  </tr>
                );
              })}
          </tbody>
        </table>
      </div>
    </section>
  ));
}
