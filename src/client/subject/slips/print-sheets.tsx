/** The sheets that go to the printer: beside the app in the document, seen by nobody but the printer. */
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { SlipPaper } from './slip-paper.tsx';
import { inSheets, type PaperSlip, type SlipFacts } from './slip-words.ts';
import styles from './slips.module.css';

/** While it is there, printing prints the sheets and nothing of the app. */
const MARK = 'slips';

export function PrintSheets({ slips, facts }: { slips: readonly PaperSlip[]; facts: SlipFacts }) {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['print'] = MARK;
    return () => {
      delete dataset['print'];
    };
  }, []);
  return createPortal(
    <div className={styles.sheets}>
      {inSheets(slips).map((four) => (
        <section key={four[0]?.householdId} className={styles.sheet}>
          {four.map((slip) => (
            <SlipPaper key={slip.householdId} slip={slip} facts={facts} />
          ))}
        </section>
      ))}
    </div>,
    document.body,
  );
}
