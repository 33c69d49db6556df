/** What the report would leave blank, and what its people may want to look at again; said before it is taken away. */
import type { DrawnUnitReport } from '#domain/papers/unit-report.ts';
import { fill } from '#client/messages/fill.ts';
import { unitReportWords as words } from '#client/messages/unit-report.ts';
import { narrativePath } from '#client/subject/papers-path.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import styles from '../papers.module.css';

function adviceOf({ unwritten, unanswered, stale, errors }: DrawnUnitReport): string[] {
  const list = unwritten.map((part) => words.parts[part]).join('; ');
  return [
    ...(unwritten.length === 0 ? [] : [fill(words.unwritten, { list })]),
    ...(unanswered === 0 ? [] : [fill(words.unanswered, { n: unanswered })]),
    ...stale.map((figure) => fill(words.stale, { ...figure })),
    ...errors.map(({ id }) => words.error[id]),
  ];
}

export function ReportChecks({ drawn, home }: { drawn: DrawnUnitReport; home: string }) {
  const { blanks } = drawn;
  const advice = adviceOf(drawn);
  return (
    <>
      {blanks.length === 0 ? (
        <p>{words.whole}</p>
      ) : (
        <Notice tone="hand" title={words.blankTitle}>
          <ul className={styles.points}>
            {blanks.map((blank) => (
              <li key={blank}>{words.blank[blank]}</li>
            ))}
          </ul>
          <p>{words.blankNote}</p>
        </Notice>
      )}
      {advice.length > 0 && (
        <Notice
          title={words.adviceTitle}
          actions={<LinkButton href={narrativePath(home)}>{words.write}</LinkButton>}
        >
          <ul className={styles.points}>
            {advice.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
