/** One visit, planned, made or mended; a reader sees it and can change nothing. */
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { dayOf } from '#domain/day.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import { Explain } from '../help/explain.tsx';
import { samplePath, visitStartOf, VISITS_TAB } from './paths.ts';
import type { Visit } from './read-trust.ts';
import type { TrustSeam } from './trust-frame.tsx';
import { VisitForm, type VisitDraft } from './visit-form.tsx';

const words = trustWords.visits;

const draftOf = ({ value }: Visit): VisitDraft => ({
  kind: value.subjectKind,
  subjectId: value.subjectId,
  date: value.date,
  inspectors: value.inspectors,
  conclusion: value.conclusion,
  note: value.note,
  findings: new Map(value.findings.map((finding) => [finding.criterionId, finding])),
});

/** @param id null: a new one */
export function VisitPage({ seam, id }: { seam: TrustSeam; id: string | null }) {
  const workspace = useWorkspace();
  const { desk, rows, subjects, now, canVisit } = seam;
  const [, navigate] = useLocation();
  const start = visitStartOf(useSearch());
  // As it stood when it was opened: what another machine writes meanwhile is not written over.
  const [opened] = useState(() => rows.visits.find((visit) => visit.id === id));
  const { campaign } = desk;
  const back = start.sampleId === undefined ? VISITS_TAB : samplePath(start.sampleId);
  const name = opened && subjects.nameOf(opened.value.subjectKind, opened.value.subjectId);
  const first: VisitDraft = opened
    ? draftOf(opened)
    : {
        kind: start.kind ?? 'hamlet',
        subjectId: start.subjectId ?? '',
        date: dayOf(now),
        inspectors: rows.visits[0]?.value.inspectors ?? '',
        conclusion: 'planned',
        note: '',
        findings: new Map(),
      };
  const save = async (draft: VisitDraft): Promise<void> => {
    if (campaign === undefined) throw new Error('no campaign');
    const visitId = opened?.id ?? workspace.newId();
    const { kind, findings, ...rest } = draft;
    const [sampleId, signal] = opened
      ? [opened.value.sampleId, opened.value.signal]
      : [start.sampleId, start.signal];
    await workspace.putRecord(
      'inspection',
      visitId,
      {
        id: visitId,
        campaignId: opened?.value.campaignId ?? campaign.id,
        subjectKind: kind,
        ...rest,
        ...(sampleId !== undefined && { sampleId }),
        ...(signal !== undefined && { signal }),
        findings: [...findings.values()],
      },
      opened?.rev ?? 0,
    );
    navigate(back);
  };
  return (
    <>
      <header className={frame.head}>
        <Link className={controls.button} href={back} aria-label={words.back}>
          <ArrowLeft className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
        </Link>
        <h1>{id === null ? words.formNew : fill(words.formEdit, { name: name ?? '' })}</h1>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        {id !== null && opened === undefined ? (
          <EmptyState title={words.missing} />
        ) : (
          <VisitForm
            seam={seam}
            first={first}
            isFixed={opened !== undefined}
            canWrite={canVisit}
            onSave={save}
          />
        )}
      </main>
    </>
  );
}
