/** The papers by step, each with what it lacks and whether somebody put own words in. */
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { DrawnPaper, PaperName } from '#domain/papers/paper-of.ts';
import { villageMeetingOf } from '#domain/papers/village-meetings.ts';
import { officialNumber, shortDate } from '#domain/papers/words.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDocuments as words } from '#client/messages/office-documents.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import sheet from '../sheet.module.css';
import styles from './documents.module.css';
import { paperPath, unitReportPath } from './paths.ts';
import { isVerified } from './unit-report-facts.ts';
import type { SubjectStanding } from '../today/desk.ts';
import type { Papers } from './use-papers.ts';

const isSame = (a: PaperName, b: PaperName | null): boolean => a.kind === b?.kind && a.aboutId === b.aboutId;

export const lacks = ({ missing }: DrawnPaper): number =>
  missing.filter(({ weight }) => weight === 'blank').length;

/** "Biên bản ngày 20/11/2025": a kind there may be several of, by its day. */
export function titleOf({ name, date, document }: DrawnPaper, papers: Papers): string {
  switch (name.kind) {
    case 'report':
      return words.kinds.report;
    case 'achievementReport':
      return papers.facts.awards.get(name.aboutId)?.name ?? document.title;
    case 'awardList':
      return papers.facts.letters.some(({ id }) => id === name.aboutId) ? words.ofLetter : words.ofDecision;
    case 'minutes': {
      const village = villageMeetingOf(papers.facts, name.aboutId);
      if (village !== undefined)
        return fill(words.ofVillage, {
          hamlet: village.hamlet.replace(/^Xóm\b/, 'xóm'),
          date: shortDate(date),
        });
      return fill(words.ofDate, { kind: words.kinds.minutes, date: shortDate(date) });
    }
    default:
      return fill(words.ofDate, { kind: words.kinds[name.kind], date: shortDate(date) });
  }
}

/** One line: number, what is missing, own words. */
function stateOf(drawn: DrawnPaper): string {
  const { state } = words;
  const missing = lacks(drawn);
  return [
    ...(drawn.number === ''
      ? []
      : [fill(state.number, { number: officialNumber(drawn.number, drawn.head.symbol) })]),
    missing === 0 ? state.complete : fill(state.lacks, { n: missing }),
    ...(drawn.ownWords === 0 ? [] : [fill(state.edited, { n: drawn.ownWords })]),
  ].join('; ');
}

function Entry({ drawn, papers, open }: { drawn: DrawnPaper; papers: Papers; open: PaperName | null }) {
  return (
    <li>
      <Link
        href={paperPath(drawn.name)}
        aria-current={isSame(drawn.name, open) ? 'page' : undefined}
        className={styles.entry}
      >
        <Glyph state={lacks(drawn) === 0 ? 'verified' : 'draft'} />
        <span>
          <b>{titleOf(drawn, papers)}</b>
          <span className={sheet.why}>{stateOf(drawn)}</span>
        </span>
      </Link>
    </li>
  );
}

const UnitEntry = ({ unit, isOpen }: { unit: SubjectStanding; isOpen: boolean }) => (
  <li>
    <Link href={unitReportPath(unit.id)} aria-current={isOpen ? 'page' : undefined} className={styles.entry}>
      <Glyph state={isVerified(unit) ? 'verified' : 'draft'} />
      <span>
        <b>{unit.name}</b>
        <span className={sheet.why}>
          {isVerified(unit) ? words.unitReport.verified : words.unitReport.sent}
        </span>
      </span>
    </Link>
  </li>
);

interface PaperListProps {
  papers: Papers;
  open: PaperName | null;
  /** The unit whose own report is open. */
  openUnit: string | null;
}

export function PaperList({ papers, open, openUnit }: PaperListProps) {
  const all = useMemo(() => papers.names.flatMap((name) => papers.draw(name) ?? []), [papers]);
  const achievements = all.filter(({ name }) => name.kind === 'achievementReport');
  const others = all.filter(({ name }) => name.kind !== 'achievementReport');
  const [report, ...steps] = others;
  return (
    <nav className={styles.list} aria-label={words.listName}>
      <ul>
        {report && <Entry drawn={report} papers={papers} open={open} />}
        {papers.units.length > 0 && (
          <li>
            <details open={openUnit !== null}>
              <summary>{fill(words.unitReports, { n: papers.units.length })}</summary>
              <ul>
                {papers.units.map((unit) => (
                  <UnitEntry key={unit.id} unit={unit} isOpen={unit.id === openUnit} />
                ))}
              </ul>
            </details>
          </li>
        )}
        {achievements.length > 0 && (
          <li>
            <details open={open?.kind === 'achievementReport'}>
              <summary>{fill(words.achievements, { n: achievements.length })}</summary>
              <ul>
                {achievements.map((drawn) => (
                  <Entry key={drawn.name.aboutId} drawn={drawn} papers={papers} open={open} />
                ))}
              </ul>
            </details>
          </li>
        )}
        {steps.map((drawn) => (
          <Entry key={paperPath(drawn.name)} drawn={drawn} papers={papers} open={open} />
        ))}
      </ul>
      {steps.length === 0 && (
        <div className={styles.notYet}>
          <b>{words.notYet.title}</b>
          <p>{words.notYet.text}</p>
          <Link href="/khen-thuong">{words.notYet.link}</Link>
        </div>
      )}
    </nav>
  );
}
