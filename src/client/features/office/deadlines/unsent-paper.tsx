/** On paper alone: who has not sent, for the wall or the meeting; hamlets and units by name, families in numbers. */
import { fill } from '#client/messages/fill.ts';
import { deadlineWords } from '#client/messages/office-deadlines.ts';
import { when } from '../when.ts';
import styles from './deadlines.module.css';
import type { FormsDue } from './due-items.ts';

const { paper: words, families: ofFamilies } = deadlineWords;

interface PaperProps {
  item: FormsDue;
  year: number | undefined;
  now: number;
}

export const UnsentPaper = ({ item: { kind, missing, phrase }, year, now }: PaperProps) => (
  <article className={styles.paper}>
    <h2>{words.title}</h2>
    <h2>{fill(words[kind], { year: year ?? '' })}</h2>
    <p>{fill(words.lead, { when: when(now), phrase })}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">{words.index}</th>
          <th scope="col">{words.name}</th>
          {kind !== 'unit' && <th scope="col">{words.sector}</th>}
        </tr>
      </thead>
      <tbody>
        {missing.map(({ id, name, families }, at) => (
          <tr key={id}>
            <td>{at + 1}</td>
            <th scope="row">{name}</th>
            {kind !== 'unit' && <td>{families !== undefined && fill(ofFamilies, { ...families })}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  </article>
);
