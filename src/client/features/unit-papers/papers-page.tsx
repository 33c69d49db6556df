/** The list of what a unit or hamlet has put on paper, and the ways to each. */
import { Award, FileText, History, ScrollText } from 'lucide-react';
import { criteriaOf } from '#domain/criteria-set.ts';
import { noonOf } from '#domain/day.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { EvidenceText } from '#client/form/evidence/evidence-item.tsx';
import { placeOf, writePlace } from '#client/form/group-form/place.ts';
import { fill } from '#client/messages/fill.ts';
import { paperWords } from '#client/messages/unit.ts';
import { EntryList, type HomeEntry } from '#client/subject/entry-list.tsx';
import { lastYearPath, narrativePath, nominationsPath, planPath } from '#client/subject/papers-path.ts';
import { SubjectNav } from '#client/subject/subject-nav.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { LinkButton } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { LastYear } from './last-year.ts';
import { PapersState } from './papers-state.tsx';
import type { OwnPapers } from './read-papers.ts';
import { StaleList } from './stale-list.tsx';
import styles from './papers.module.css';

function planLine({ plan }: OwnPapers): string {
  if (plan === undefined) return paperWords.planNone;
  const { number, date, targets } = plan.value;
  const facts = { number, date: formatDate(noonOf(date)), n: targets.length };
  return fill(number === '' ? paperWords.planUnnumbered : paperWords.planSome, facts);
}

function entriesOf(rows: OwnPapers, home: string, lastYear: LastYear | null): HomeEntry[] {
  const paragraphs = rows.narrative?.value.paragraphs.length ?? 0;
  const people = rows.nominations.length;
  const plan: HomeEntry = {
    href: planPath(home),
    icon: <ScrollText />,
    title: paperWords.plan,
    line: planLine(rows),
  };
  return [
    ...(rows.owner.subjectKind === 'unit' ? [plan] : []),
    {
      href: narrativePath(home),
      icon: <FileText />,
      title: paperWords.narrative,
      line: paragraphs === 0 ? paperWords.narrativeNone : fill(paperWords.narrativeSome, { n: paragraphs }),
    },
    {
      href: nominationsPath(home),
      icon: <Award />,
      title: paperWords.nominations,
      line: people === 0 ? paperWords.nominationsNone : fill(paperWords.nominationsSome, { n: people }),
    },
    ...(lastYear === null
      ? []
      : [
          {
            href: lastYearPath(home),
            icon: <History />,
            title: fill(paperWords.lastYear, { year: lastYear.year }),
            line: paperWords.lastYearLine,
          },
        ]),
  ];
}

function EvidenceOfSheet({ rows, form }: { rows: OwnPapers; form: string }) {
  const { set } = rows.sheet;
  const codes = new Map(set === undefined ? [] : criteriaOf(set).map(({ id, code }) => [id, code]));
  return (
    <Sheet title={paperWords.evidenceTitle}>
      {rows.evidence.length === 0 && <p>{paperWords.evidenceNone}</p>}
      <ul className={styles.list}>
        {rows.evidence.map(({ id, value }) => (
          <li key={id} className={styles.item}>
            <EvidenceText value={value} />
            {set !== undefined && (
              <div className={styles.acts}>
                <LinkButton small href={`${form}${writePlace(placeOf(set, value.criterionId))}`}>
                  {fill(paperWords.evidenceOpen, { code: codes.get(value.criterionId) ?? value.criterionId })}
                </LinkButton>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

interface PapersPageProps {
  rows: OwnPapers;
  home: string;
  lastYear: LastYear | null;
}

export function PapersPage({ rows, home, lastYear }: PapersPageProps) {
  const title = rows.owner.subjectKind === 'unit' ? paperWords.titleUnit : paperWords.titleHamlet;
  return (
    <Page
      head={
        <>
          <Bar title={title} back={home} />
          <PapersState rows={rows} />
        </>
      }
      foot={<SubjectNav current={home} />}
    >
      <StaleList rows={rows} />
      <EntryList title={paperWords.entries} entries={entriesOf(rows, home, lastYear)} />
      <EvidenceOfSheet rows={rows} form={`${home}/phieu`} />
    </Page>
  );
}

/** An address of nothing that is there. */
export const NoPaper = ({ title, text, to, label }: Record<'title' | 'text' | 'to' | 'label', string>) => (
  <Page head={<Bar title={title} back={to} />}>
    <EmptyState
      title={title}
      action={
        <LinkButton kind="main" wide href={to}>
          {label}
        </LinkButton>
      }
    >
      <p>{text}</p>
    </EmptyState>
  </Page>
);
