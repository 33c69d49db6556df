/**
 * What goes to the printer instead of the screen: pages beside the app in the document, on paper of their own size. While
 * it is mounted, printing prints these and nothing of the app.
 */
import { useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './print-job.module.css';

/** Millimetres. */
export interface Paper {
  width: number;
  height: number;
  margin: number;
}

const MARK = 'job';

/**
 * The rule is put into a sheet of ours: the content policy takes no style written into the page, and a size in
 * millimetres that somebody typed cannot stand in a file.
 */
function useSize({ width, height, margin }: Paper): void {
  useEffect(() => {
    const sheet = [...document.styleSheets].find(({ href }) => href?.startsWith(location.origin) ?? false);
    // Without one (a test's document) the printer's own paper is used.
    if (sheet === undefined) return;
    const rule = `@page { size: ${width}mm ${height}mm; margin: ${margin}mm; }`;
    sheet.insertRule(rule, sheet.cssRules.length);
    const own = sheet.cssRules[sheet.cssRules.length - 1];
    return () => {
      const at = [...sheet.cssRules].findIndex((each) => each === own);
      if (at >= 0) sheet.deleteRule(at);
    };
  }, [width, height, margin]);
}

export function PrintJob({ paper, children }: { paper: Paper; children: ReactNode }) {
  useSize(paper);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['print'] = MARK;
    return () => {
      delete dataset['print'];
    };
  }, []);
  return createPortal(<div className={styles.job}>{children}</div>, document.body);
}

/** One sheet of paper without a margin; whatever is drawn on it stays on it. `width` and `height` in millimetres. */
export const PrintedSheet = ({
  width,
  height,
  children,
}: Omit<Paper, 'margin'> & { children: ReactNode }) => (
  // A hair less than the paper, so that rounding makes no empty page after it.
  <section className={styles.sheet} style={{ width: `${width}mm`, height: `${height - 0.2}mm` }}>
    {children}
  </section>
);
