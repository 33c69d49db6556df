/** People a unit or hamlet puts forward (`domain.md` §2.3): a list, each with its page. */
import { useState } from 'react';
import type { StoredRow } from '#client/db/model.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { nominationWords, paperWords } from '#client/messages/unit.ts';
import { nominationPath, papersPath } from '#client/subject/papers-path.ts';
import { SubjectNav } from '#client/subject/subject-nav.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Page } from '#client/ui/page.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { PapersState } from './papers-state.tsx';
import type { OwnPapers } from './read-papers.ts';
import { StaleList } from './stale-list.tsx';
import { UndoLine } from './undo-line.tsx';
import { usePut } from '#client/subject/use-put.ts';
import styles from './papers.module.css';

type Row = StoredRow<'nomination'>;
interface NominationsPageProps {
  rows: OwnPapers;
  home: string;
  mayWrite: boolean;
}

export function NominationsPage({ rows, home, mayWrite }: NominationsPageProps) {
  const workspace = useWorkspace();
  const writing = usePut();
  const [removed, setRemoved] = useState<Row | null>(null);
  const { nominations, stale } = rows;
  const addLink = (
    <LinkButton kind="main" wide href={nominationPath(home, 'moi')}>
      {nominationWords.add}
    </LinkButton>
  );
  const remove = async (row: Row): Promise<void> => {
    const isDone = await writing.run(() => workspace.putRecord('nomination', row.id, null, row.rev));
    if (isDone) setRemoved(row);
  };
  const undo = async ({ id, value, rev }: Row): Promise<void> => {
    if (await writing.run(() => workspace.putRecord('nomination', id, value, rev))) setRemoved(null);
  };
  return (
    <Page
      head={
        <>
          <Bar title={nominationWords.title} back={papersPath(home)} />
          <PapersState rows={rows} />
        </>
      }
      foot={<SubjectNav current={home} />}
    >
      <StaleList rows={{ ...rows, stale: { ...stale, plan: [], narrative: [], evidence: [] } }} />
      {nominations.length === 0 ? (
        <EmptyState title={nominationWords.emptyTitle} action={mayWrite && addLink}>
          <p>{nominationWords.empty}</p>
        </EmptyState>
      ) : (
        <p>{nominationWords.intro}</p>
      )}
      {!mayWrite && <p>{paperWords.helperCannot}</p>}
      {removed !== null && (
        <UndoLine
          text={fill(nominationWords.removed, { name: removed.value.personName })}
          label={fill(nominationWords.undoNamed, { name: removed.value.personName })}
          onUndo={() => void undo(removed)}
        />
      )}
      {writing.hasFailed && <FieldError text={paperWords.failed} />}
      {nominations.map((row) => {
        const { personName: name, position } = row.value;
        return (
          <Sheet key={row.id} title={name}>
            <p>{position}</p>
            <div className={styles.acts}>
              <LinkButton
                small
                href={nominationPath(home, row.id)}
                aria-label={fill(nominationWords.openNamed, { name })}
              >
                {nominationWords.editTitle}
              </LinkButton>
              {mayWrite && (
                <Button
                  small
                  kind="quiet"
                  onClick={() => void remove(row)}
                  aria-label={fill(nominationWords.removeNamed, { name })}
                >
                  {paperWords.remove}
                </Button>
              )}
            </div>
          </Sheet>
        );
      })}
      {nominations.length > 0 && mayWrite && addLink}
    </Page>
  );
}
