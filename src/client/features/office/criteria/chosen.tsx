/** What is chosen in the tree, to be edited. */
import { useEffect, useRef, type ReactNode } from 'react';
import {
  moveCriterion,
  moveGroup,
  patchGroup,
  removeCriterion,
  removeGroup,
  copyCriterion,
} from '#domain/criteria-edit/change.ts';
import { criteriaIn } from '#domain/criteria-edit/draft.ts';
import { usedIds } from '#domain/criteria-edit/ids.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import { CriterionForm } from './criterion-form.tsx';
import { ApplyAcross } from './apply-across.tsx';
import type { CriteriaRows, SetFamily } from './read-sets.ts';
import { SetForm } from './set-form.tsx';
import type { DraftDesk } from './use-draft.ts';
import type { EditorPlace } from './use-place.ts';
import styles from './criteria.module.css';

const words = criteriaWords.editor;

export interface ChosenProps {
  rows: CriteriaRows;
  desk: DraftDesk;
  family: SetFamily;
  place: EditorPlace;
  households: CriteriaSet | undefined;
}

/** Puts the cursor where a fault led. */
function useFocus({ focus, selection }: EditorPlace) {
  const box = useRef<HTMLDivElement>(null);
  const at = JSON.stringify(selection);
  useEffect(() => {
    if (focus === null) return;
    const field = box.current?.querySelector(`[data-field="${CSS.escape(focus.field)}"]`);
    const control = field?.querySelector<HTMLElement>('input, textarea, select, button');
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  }, [focus, at]);
  return box;
}

interface ActsProps {
  name: string;
  onMove: (by: 1 | -1) => void;
  onCopy?: () => void;
  onRemove: () => void;
  whyNot?: string;
}

function Acts({ name, onMove, onCopy, onRemove, whyNot }: ActsProps) {
  const act = (label: string, spoken: string, onClick: () => void): ReactNode => (
    <button type="button" className={controls.button} aria-label={spoken} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <div className={styles.acts}>
      {act(words.up, fill(words.upOf, { name }), () => onMove(-1))}
      {act(words.down, fill(words.downOf, { name }), () => onMove(1))}
      {onCopy && act(words.copy, `${words.copy} ${name}`, onCopy)}
      {whyNot === undefined ? (
        act(words.remove, `${words.remove} ${name}`, onRemove)
      ) : (
        <p className={styles.note}>{whyNot}</p>
      )}
    </div>
  );
}

function GroupForm({ desk, place, index }: ChosenProps & { index: number }) {
  const { draft, change } = desk;
  const group = draft.groups[index];
  if (group === undefined) return <p>{words.notFound}</p>;
  return (
    <>
      <h2>{fill(words.groupTitle, { code: group.code })}</h2>
      <div className={styles.pair}>
        <div data-field="code">
          <TextField
            label={criteriaWords.fields.groupCode}
            value={group.code}
            onChange={(code) => change(patchGroup(draft, index, { code }))}
          />
        </div>
        <div data-field="name">
          <TextField
            label={criteriaWords.fields.groupName}
            value={group.name}
            onChange={(name) => change(patchGroup(draft, index, { name }))}
          />
        </div>
      </div>
      <Acts
        name={group.code}
        onMove={(by) => {
          change(moveGroup(draft, index, by));
          if (draft.groups[index + by] !== undefined) place.select({ kind: 'group', index: index + by });
        }}
        onRemove={() => {
          change(removeGroup(draft, index));
          place.select({ kind: 'set' });
        }}
        {...(group.criteria.length > 0 && { whyNot: words.removeGroupFull })}
      />
    </>
  );
}

export function Chosen(props: ChosenProps) {
  const { rows, desk, family, place, households } = props;
  const { draft, change } = desk;
  const { selection, select } = place;
  const box = useFocus(place);
  const criterion =
    selection.kind === 'criterion' ? criteriaIn(draft).find(({ id }) => id === selection.id) : undefined;
  return (
    <div ref={box} className={styles.form}>
      {selection.kind === 'set' && <SetForm desk={desk} family={family} />}
      {selection.kind === 'group' && <GroupForm {...props} index={selection.index} />}
      {selection.kind === 'criterion' && criterion === undefined && <p>{words.notFound}</p>}
      {criterion !== undefined && (
        <>
          <CriterionForm key={criterion.id} {...{ desk, family, criterion, households, select }} />
          <Acts
            name={criterion.code}
            onMove={(by) => change(moveCriterion(draft, criterion.id, by))}
            onCopy={() => {
              const copied = copyCriterion(draft, criterion.id, usedIds(family.versions, draft));
              if (copied === null) return;
              change(copied.draft);
              select({ kind: 'criterion', id: copied.id });
            }}
            onRemove={() => {
              change(removeCriterion(draft, criterion.id));
              const at = draft.groups.findIndex(({ criteria }) => criteria.includes(criterion));
              select({ kind: 'group', index: at });
            }}
          />
          <ApplyAcross key={`across ${criterion.id}`} {...{ rows, family, desk, criterion }} />
        </>
      )}
    </div>
  );
}
