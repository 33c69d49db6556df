/** What would be released now, what would stay hidden, and why; by hamlet and by question. */
import { fill } from '#client/messages/fill.ts';
import { openDataWords } from '#client/messages/office-open-data.ts';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import styles from './open-data.module.css';
import type { HamletLine, OpenDataView, QuestionLine } from './read-open-data.ts';

const words = openDataWords.next;

const stateOf = ({ release, added, forms }: HamletLine, number: number): string => {
  if (release === null) return words.none;
  if (release !== number) return fill(words.kept, { release, n: added });
  return added === forms ? words.first : fill(words.taken, { n: added });
};

const whyOf = ({ hamlets, hidden }: QuestionLine): string =>
  hamlets === 0 ? words.whyAbsent : hidden === 0 ? words.whyNone : words.whySmall;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

export function NextRelease({ view, mayRelease }: { view: OpenDataView; mayRelease: boolean }) {
  const { number, hamlets, questions } = view;
  const taken = hamlets.filter(({ release }) => release === number).length;
  const shown = sumOf(questions.map((each) => each.shown));
  const hidden = sumOf(questions.map((each) => each.hidden));
  const isThere = hamlets.some(({ release }) => release !== null);
  return (
    <section className={styles.part} aria-labelledby="ban-toi">
      <h2 id="ban-toi">{fill(words.title, { n: number })}</h2>
      <p>
        {taken > 0
          ? fill(words.facts, { taken, shown, hidden, cells: shown + hidden })
          : isThere
            ? words.nothing
            : words.nothingYet}
      </p>
      <p className={shared.soft}>{words.server}</p>
      {!mayRelease && <p>{words.onlyOfficer}</p>}
      <h3>{words.questions}</h3>
      <div className={sheet.tablewrap}>
        <table aria-label={words.questions} className={shared.table}>
          <thead>
            <tr>
              <th scope="col">{words.question}</th>
              <th scope="col" className={sheet.right}>
                {words.inHamlets}
              </th>
              <th scope="col" className={sheet.right}>
                {words.shown}
              </th>
              <th scope="col" className={sheet.right}>
                {words.hidden}
              </th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {questions.map((line) => (
              <tr key={line.id}>
                <th scope="row">{line.name}</th>
                <td className={sheet.right}>{line.hamlets}</td>
                <td className={sheet.right}>{line.shown}</td>
                <td className={sheet.right}>{line.hidden}</td>
                <td>{whyOf(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{words.hamlets}</h3>
      <div className={sheet.tablewrap}>
        <table aria-label={words.hamlets} className={shared.table}>
          <thead>
            <tr>
              <th scope="col">{words.hamlet}</th>
              <th scope="col" className={sheet.right}>
                {words.forms}
              </th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {hamlets.map((line) => (
              <tr key={line.id}>
                <th scope="row">{line.name}</th>
                <td className={sheet.right}>{line.forms}</td>
                <td>{stateOf(line, number)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
