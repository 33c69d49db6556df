/** A figure on a sheet: its title, the sentence with its point, the picture, and the same as a table when asked for. */
import { useState, type ReactNode } from 'react';
import { officeProgress } from '#client/messages/office-progress.ts';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import styles from './progress.module.css';

export interface ChartBoxProps {
  title: string;
  /** The figure in a sentence; absent while there is none. */
  point?: string;
  /** Beside the title: what to choose. */
  controls?: ReactNode;
  picture: ReactNode;
  /** Null while there is nothing to draw: then `picture` says so. */
  table: ReactNode | null;
}

export function ChartBox({ title, point, controls: choice, picture, table }: ChartBoxProps) {
  const [isTable, setTable] = useState(false);
  return (
    <section className={sheets.sheet}>
      <div className={styles.boxHead}>
        <h2>{title}</h2>
        {choice}
        {table !== null && (
          <button
            type="button"
            className={`${controls.chip} ${styles.toggle}`}
            aria-pressed={isTable}
            aria-label={`${isTable ? officeProgress.asChart : officeProgress.asTable}: ${title}`}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? officeProgress.asChart : officeProgress.asTable}
          </button>
        )}
      </div>
      {point !== undefined && <p>{point}</p>}
      {isTable && table !== null ? <div className={styles.scroll}>{table}</div> : picture}
    </section>
  );
}
