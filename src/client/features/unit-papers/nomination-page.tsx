/** "Tóm tắt thành tích" of one person: read and printed as one A4 page, or being written. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Printer } from 'lucide-react';
import type { StoredRow } from '#client/db/model.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { useReopen } from '#client/form/kept-words.ts';
import { nominationWords, paperWords } from '#client/messages/unit.ts';
import { nominationPath, nominationsPath } from '#client/subject/papers-path.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import { NominationForm, type NominationFields } from './nomination-form.tsx';
import { NominationPaper } from './nomination-paper.tsx';
import { PapersState } from './papers-state.tsx';
import { PrintFrame } from './print-frame.tsx';
import type { OwnPapers } from './read-papers.ts';
import { usePut } from '#client/subject/use-put.ts';

interface NominationPageProps {
  rows: OwnPapers;
  home: string;
  /** Absent: a new one. */
  row?: StoredRow<'nomination'>;
  mayWrite: boolean;
}

export function NominationPage({ rows, home, row, mayWrite }: NominationPageProps) {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const writing = usePut();
  const keptAs = `nomination:${rows.owner.subjectId}:${row?.id ?? 'new'}`;
  const [isEditing, setEditing] = useState(row === undefined);
  useReopen(keptAs, () => setEditing(true));
  const list = nominationsPath(home);
  const save = (fields: NominationFields): Promise<boolean> => {
    const id = row?.id ?? workspace.newId();
    return writing.run(async () => {
      await workspace.putRecord('nomination', id, { id, ...rows.owner, ...fields }, row?.rev ?? 0);
      if (row === undefined) navigate(nominationPath(home, id), { replace: true });
    });
  };
  const isWriting = mayWrite && isEditing;
  const head = (
    <>
      <Bar title={row === undefined ? nominationWords.newTitle : nominationWords.editTitle} back={list} />
      {isWriting ? <StateLine state="draft" sentence={paperWords.writing} /> : <PapersState rows={rows} />}
    </>
  );
  if (isWriting)
    return (
      <NominationForm
        head={head}
        keptAs={keptAs}
        before={row?.value}
        hasFailed={writing.hasFailed}
        save={save}
        onSaved={() => setEditing(false)}
        onCancel={() => (row === undefined ? navigate(list, { replace: true }) : setEditing(false))}
      />
    );
  return (
    <PrintFrame
      head={head}
      foot={
        <Dock>
          {mayWrite && <Button onClick={() => setEditing(true)}>{paperWords.edit}</Button>}
          <Button kind="main" icon={<Printer />} onClick={() => window.print()}>
            {paperWords.print}
          </Button>
        </Dock>
      }
    >
      {row && <NominationPaper value={row.value} sheet={rows.sheet} />}
    </PrintFrame>
  );
}
