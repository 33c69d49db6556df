/** Which groups of one kind of form the culture officer scores beside the standing officer (`domain.md` §2.0). */
import { useState, type FormEvent } from 'react';
import type { CriteriaSet } from '#domain/criteria.ts';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import type { StoredRow } from '#client/db/model.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { reviewWords } from '#client/messages/office-review.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import controls from '../../controls.module.css';
import styles from './desk.module.css';

const { assign: words } = reviewWords;

interface AssignDialogProps {
  campaignId: string;
  set: CriteriaSet;
  assignments: readonly StoredRow<'scoringAssignment'>[];
  onClose: () => void;
}

export const assignmentOf = (
  assignments: readonly StoredRow<'scoringAssignment'>[],
  subjectKind: CriteriaSet['subjectKind'],
): StoredRow<'scoringAssignment'> | undefined =>
  assignments.find(({ value }) => value.role === 'cultureOfficer' && value.subjectKind === subjectKind);

export function AssignDialog({ campaignId, set, assignments, onClose }: AssignDialogProps) {
  const workspace = useWorkspace();
  const known = assignmentOf(assignments, set.subjectKind);
  const [groups, setGroups] = useState<readonly string[]>(known?.value.groups ?? []);
  const [failed, setFailed] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const id = known?.id ?? derivedIdOf('scoringAssignment', campaignId, 'cultureOfficer', set.subjectKind);
    const value = {
      id,
      campaignId,
      role: 'cultureOfficer' as const,
      subjectKind: set.subjectKind,
      groups: [...groups],
    };
    workspace.putRecord('scoringAssignment', id, value, known?.rev ?? 0).then(onClose, () => setFailed(true));
  };
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <form className={styles.dialog} onSubmit={submit}>
        <p>{words.intro}</p>
        <fieldset>
          <legend>
            <b>{words.role}</b>
          </legend>
          {set.groups.map(({ code, name }) => (
            <label key={code} className={styles.choice}>
              <input
                type="checkbox"
                checked={groups.includes(code)}
                onChange={({ target }) =>
                  setGroups(target.checked ? [...groups, code] : groups.filter((each) => each !== code))
                }
              />
              {code} {name}
            </label>
          ))}
        </fieldset>
        {failed && <p role="alert">{words.failed}</p>}
        <div className={styles.ways}>
          <button type="button" className={controls.button} onClick={onClose}>
            {words.close}
          </button>
          <button type="submit" className={controls.mainButton}>
            {words.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
