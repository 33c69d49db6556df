/** What was changed here, for the other sectors too: seen set by set beforehand, written as one batch, taken back as one. */
import { useState } from 'react';
import {
  applyTo,
  changedFields,
  type Applied,
  type CriterionChange,
} from '#domain/criteria-edit/apply-across.ts';
import { criteriaIn, draftOf, readDraft, type DraftCriterion } from '#domain/criteria-edit/draft.ts';
import { usedIds } from '#domain/criteria-edit/ids.ts';
import { criteriaRef } from '#domain/criteria-set.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { BatchRecord } from '#client/workspace.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { batchWords } from '../places/batch-words.ts';
import { UndoBatch } from '../places/undo-batch.tsx';
import { DifferenceList } from './difference-list.tsx';
import { draftIdOf, type CriteriaRows, type SetFamily } from './read-sets.ts';
import type { DraftDesk } from './use-draft.ts';
import styles from './criteria.module.css';

const words = criteriaWords.across;

interface Target {
  id: string;
  name: string;
  applied: Applied;
  record: BatchRecord | null;
}

/** The draft of the next version as the commune has it, or the published set where nobody has begun one. */
function targetOf({ id, latest, versions }: SetFamily, rows: CriteriaRows, change: CriterionChange): Target {
  const draftId = draftIdOf(id, latest.version + 1);
  const row = rows.drafts.find((each) => each.id === draftId);
  const draft = row === undefined ? draftOf(latest, latest.version + 1) : readDraft(row.value.set);
  const applied: Applied =
    draft === null ? { kind: 'none' } : applyTo(draft, change, usedIds(versions, draft));
  return {
    id,
    name: latest.name,
    applied,
    record:
      applied.kind === 'changes'
        ? {
            entity: 'criteriaDraft',
            id: draftId,
            value: { id: draftId, setId: id, basedOn: criteriaRef(latest), set: applied.draft },
            baseRev: row?.rev ?? 0,
          }
        : null,
  };
}

function Standing({ batchId }: { batchId: string }) {
  const workspace = useWorkspace();
  const batch = useLive(
    async () => (await workspace.batches()).find(({ id }) => id === batchId),
    [workspace, batchId],
  );
  if (batch === undefined) return null;
  return (
    <div role="status">
      <Notice tone={batch.state === 'refused' ? 'hand' : 'word'} actions={<UndoBatch batch={batch} />}>
        {batch.label}. {batchWords(batch)}
      </Notice>
    </div>
  );
}

interface AcrossProps {
  rows: CriteriaRows;
  family: SetFamily;
  desk: DraftDesk;
  criterion: DraftCriterion;
}

/** Nothing for a criterion that says what its published version says, or in a set that stands alone. */
export function ApplyAcross({ rows, family, desk, criterion }: AcrossProps) {
  const workspace = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const [batchId, setBatch] = useState<string | null>(null);
  const { latest } = family;
  const others = rows.families.filter(
    (each) => each.id !== family.id && each.latest.subjectKind === latest.subjectKind,
  );
  const change: CriterionChange = {
    before: criteriaIn(draftOf(latest, latest.version)).find(({ id }) => id === criterion.id),
    after: criterion,
    group: desk.draft.groups.find(({ criteria }) => criteria.includes(criterion))?.code ?? '',
  };
  const name = criterion.code;
  if (others.length === 0 || (changedFields(change).length === 0 && batchId === null)) return null;
  const targets = isOpen ? others.map((each) => targetOf(each, rows, change)) : [];
  const records = targets.flatMap(({ record }) => record ?? []);
  const apply = async (): Promise<void> => {
    setFailed(false);
    try {
      await desk.save();
      setBatch(await workspace.putBatch({ label: fill(words.label, { name, n: records.length }), records }));
      setOpen(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <div className={styles.acts}>
        <button type="button" className={controls.button} onClick={() => setOpen(true)}>
          {fill(words.open, { n: others.length + 1 })}
        </button>
      </div>
      {batchId !== null && <Standing batchId={batchId} />}
      <Dialog
        open={isOpen}
        title={fill(words.title, { name, n: others.length + 1 })}
        onClose={() => setOpen(false)}
      >
        <p>{words.text}</p>
        <div className={styles.scroll}>
          {targets.map(({ id, name: set, applied }) => (
            <section key={id}>
              <h3>{set}</h3>
              {applied.kind === 'changes' ? (
                <DifferenceList
                  differences={applied.differences}
                  before={words.before}
                  after={words.after}
                  households={undefined}
                />
              ) : (
                <p>{words[applied.kind]}</p>
              )}
            </section>
          ))}
        </div>
        {failed && <Notice tone="stop">{words.failed}</Notice>}
        <div className={styles.acts}>
          {records.length > 0 && (
            <button type="button" className={controls.mainButton} onClick={() => void apply()}>
              {fill(words.confirm, { n: records.length })}
            </button>
          )}
          <button type="button" className={controls.button} onClick={() => setOpen(false)}>
            {words.cancel}
          </button>
        </div>
      </Dialog>
    </>
  );
}
