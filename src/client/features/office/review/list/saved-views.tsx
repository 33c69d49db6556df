/** Views of the list this office likes to come back to: kept under a name, opened by a chip, renamed and taken away. */
import { memo, useEffect, useRef, useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { SavedView } from '#protocol/office-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../../controls.module.css';
import filters from '../../filters.module.css';
import styles from './saved-views.module.css';

const words = reviewWords.list;
const READ = ['rows', 'outbox'] as const;
type Row = StoredRow<'savedView'>;

interface SavedViewsProps {
  /** Where this list lives: only its own views are shown. */
  path: string;
  /** The view on screen: "/ra-soat?loai=xom". */
  address: string;
  /** Something is asked for, so there is something to keep. */
  canSave: boolean;
}

export const SavedViews = memo(function SavedViews({ path, address, canSave }: SavedViewsProps) {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const rows = useLive(() => workspace.rows('savedView'), [workspace], READ);
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const [removed, setRemoved] = useState<Row | null>(null);
  const own = (rows ?? [])
    .filter(({ value }) => value.address === path || value.address.startsWith(`${path}?`))
    .sort((a, b) => a.value.name.localeCompare(b.value.name, 'vi'));
  const shown = own.find(({ value }) => value.address === address);
  const put = (id: string, value: SavedView | null, rev: number): Promise<void> =>
    workspace.putRecord('savedView', id, value, rev);
  const remove = async (row: Row): Promise<void> => {
    await put(row.id, null, row.rev);
    setRemoved(row);
    setEditing(null);
  };
  if (own.length === 0 && !canSave && removed === null) return null;
  return (
    <div className={filters.filters} role="group" aria-label={words.views}>
      {own.map((row) => (
        <button
          key={row.id}
          type="button"
          className={controls.chip}
          aria-pressed={row === shown}
          onClick={() => navigate(row.value.address, { replace: true })}
        >
          {row.value.name}
        </button>
      ))}
      {shown !== undefined && editing === null && (
        <button type="button" className={controls.textButton} onClick={() => setEditing(shown)}>
          {fill(words.viewEdit, { name: shown.value.name })}
        </button>
      )}
      {shown === undefined && canSave && editing === null && (
        <button type="button" className={controls.textButton} onClick={() => setEditing('new')}>
          {words.saveView}
        </button>
      )}
      {removed !== null && (
        <p role="status">
          {fill(words.viewRemoved, { name: removed.value.name })}{' '}
          <button
            type="button"
            className={controls.textButton}
            onClick={() => void put(workspace.newId(), removed.value, 0).then(() => setRemoved(null))}
          >
            {words.viewUndo}
          </button>
        </p>
      )}
      {editing !== null && (
        <ViewForm
          first={editing === 'new' ? '' : editing.value.name}
          onSave={(name) => {
            const id = editing === 'new' ? workspace.newId() : editing.id;
            return put(id, { id, name, address }, editing === 'new' ? 0 : editing.rev);
          }}
          onRemove={editing === 'new' ? null : () => void remove(editing)}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
});

interface ViewFormProps {
  first: string;
  onSave: (name: string) => Promise<void>;
  onRemove: (() => void) | null;
  onClose: () => void;
}

function ViewForm({ first, onSave, onRemove, onClose }: ViewFormProps) {
  const [name, setName] = useState(first);
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  // Asked for just now: one goes on writing.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return setProblem(words.viewNameNeeded);
    onSave(name.trim()).then(onClose, () => setProblem(words.viewFailed));
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={words.viewName}
        help={words.viewNameHelp}
        maxLength={60}
        value={name}
        onChange={(text) => {
          setName(text);
          setProblem(undefined);
        }}
        error={problem}
      />
      <button type="submit" className={controls.button}>
        {words.viewSave}
      </button>
      <button type="button" className={controls.button} onClick={onClose}>
        {words.viewCancel}
      </button>
      {onRemove !== null && (
        <button type="button" className={controls.textButton} onClick={onRemove}>
          {fill(words.viewRemove, { name: first })}
        </button>
      )}
    </form>
  );
}
