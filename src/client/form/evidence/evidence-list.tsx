/** Papers and addresses under one question, beside its photos. */
import { useState } from 'react';
import { FilePlus2, Link2 } from 'lucide-react';
import type { Criterion } from '#domain/criteria.ts';
import type { Evidence } from '#protocol/subject-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import { useReopen } from '#client/form/kept-words.ts';
import { evidenceWords } from '#client/messages/evidence.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { useEvidenceDesk, type EvidenceDesk } from './evidence-desk.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { EvidenceItem } from './evidence-item.tsx';
import { takesPapers } from './takes-papers.ts';
import styles from './evidence.module.css';

type Asked = Pick<Criterion, 'id' | 'code' | 'evidenceKinds'>;
type Row = StoredRow<'evidence'>;
/** What is open: a new one of this kind, or one that is there. */
type Open = Evidence['kind'] | { id: string } | null;

const prefixOf = (desk: EvidenceDesk, criterionId: string): string =>
  `evidence:${desk.owner.subjectId}:${criterionId}:`;

/** What was half typed when the app was closed stands open again. */
function useOpen(prefix: string): [Open, (open: Open) => void] {
  const [open, setOpen] = useState<Open>(null);
  useReopen(prefix, (rest) => setOpen(rest === 'document' || rest === 'link' ? rest : { id: rest }));
  return [open, setOpen];
}

interface AddProps {
  criterion: Asked;
  onOpen: (kind: Evidence['kind']) => void;
}

const AddButtons = ({ criterion: { code }, onOpen }: AddProps) => (
  <div className={styles.ways}>
    <Button
      icon={<FilePlus2 />}
      aria-label={fill(evidenceWords.addDocumentNamed, { code })}
      onClick={() => onOpen('document')}
    >
      {evidenceWords.addDocument}
    </Button>
    <Button
      icon={<Link2 />}
      aria-label={fill(evidenceWords.addLinkNamed, { code })}
      onClick={() => onOpen('link')}
    >
      {evidenceWords.addLink}
    </Button>
  </div>
);

function Removed({ row, onUndo }: { row: Row; onUndo: () => void }) {
  const name = row.value.extract;
  return (
    <li className={`${styles.item} ${styles.gone}`} role="status">
      <p>{fill(evidenceWords.removed, { name })}</p>
      <div className={styles.acts}>
        <Button small onClick={onUndo} aria-label={fill(evidenceWords.undoNamed, { name })}>
          {evidenceWords.undo}
        </Button>
      </div>
    </li>
  );
}

function OpenList({ criterion, desk }: { criterion: Asked; desk: EvidenceDesk }) {
  const prefix = prefixOf(desk, criterion.id);
  const [open, setOpen] = useOpen(prefix);
  /** Taken out on this screen: they can still be put back. */
  const [removed, setRemoved] = useState<readonly Row[]>([]);
  const [hasFailed, setHasFailed] = useState(false);
  const fail = (): void => setHasFailed(true);
  const here = desk.shown.filter(({ value }) => value.criterionId === criterion.id);
  const editing =
    typeof open === 'object' && open !== null ? here.find(({ id }) => id === open.id) : undefined;
  if (desk.isLocked && here.length === 0) return null;

  const remove = (row: Row): void => {
    desk.remove(row).then(() => setRemoved([...removed, row]), fail);
  };
  const restore = (row: Row): void => {
    desk.put(row.value, row.rev).then(() => setRemoved(removed.filter(({ id }) => id !== row.id)), fail);
  };

  return (
    <section className={styles.field} aria-label={fill(evidenceWords.label, { code: criterion.code })}>
      <p>
        <b>{evidenceWords.title}</b>
      </p>
      {(here.length > 0 || removed.length > 0) && (
        <ul className={styles.list}>
          {here.map((row) =>
            row === editing ? (
              <li key={row.id}>
                <EvidenceForm
                  kind={row.value.kind}
                  before={row.value}
                  keptAs={prefix + row.id}
                  save={(written) => {
                    const { id, criterionId, kind } = row.value;
                    return desk.put({ id, ...desk.owner, criterionId, kind, ...written }, row.rev);
                  }}
                  onDone={() => setOpen(null)}
                />
              </li>
            ) : (
              <EvidenceItem
                key={row.id}
                value={row.value}
                isLocked={desk.isLocked}
                onEdit={() => setOpen({ id: row.id })}
                onRemove={() => remove(row)}
              />
            ),
          )}
          {removed
            .filter(({ id }) => !here.some((row) => row.id === id))
            .map((row) => (
              <Removed key={row.id} row={row} onUndo={() => restore(row)} />
            ))}
        </ul>
      )}
      {hasFailed && <FieldError text={evidenceWords.failed} />}
      {desk.isLocked && <p className="soft">{evidenceWords.locked}</p>}
      {!desk.isLocked && typeof open === 'string' && (
        <EvidenceForm
          key={open}
          kind={open}
          keptAs={prefix + open}
          save={(written) =>
            desk.put(
              { id: desk.newId(), ...desk.owner, criterionId: criterion.id, kind: open, ...written },
              0,
            )
          }
          onDone={() => setOpen(null)}
        />
      )}
      {!desk.isLocked && typeof open !== 'string' && editing === undefined && (
        <AddButtons criterion={criterion} onOpen={setOpen} />
      )}
    </section>
  );
}

export function EvidenceList({ criterion }: { criterion: Asked }) {
  const desk = useEvidenceDesk();
  return desk === null || !takesPapers(criterion) ? null : <OpenList criterion={criterion} desk={desk} />;
}
