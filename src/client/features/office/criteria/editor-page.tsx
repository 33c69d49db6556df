/** The editor of one set: tree on the left, what is chosen in the middle, what it comes to on the right. */
import { useMemo, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { checkDraft } from '#domain/criteria-edit/check.ts';
import { differencesOf } from '#domain/criteria-edit/differences.ts';
import { draftOf } from '#domain/criteria-edit/draft.ts';
import { formatTime } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords as words } from '#client/messages/office-criteria.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { useScreenKeys } from '../help/keys.tsx';
import office from '../office.module.css';
import sheets from '../sheet.module.css';
import { Chosen } from './chosen.tsx';
import { ExcelBar } from './excel-bar.tsx';
import { BYTES_MAX } from './limits.ts';
import { CRITERIA_PATH } from './paths.ts';
import { PublishDialog, PublishState } from './publish-dialog.tsx';
import { readCriteria, type CriteriaRows, type SetFamily } from './read-sets.ts';
import { goToPane, SidePane } from './side-pane.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { Tree } from './tree.tsx';
import { useDraft, type DraftDesk, type Saved } from './use-draft.ts';
import { usePlace } from './use-place.ts';
import styles from './criteria.module.css';

const ROWS = ['rows'] as const;

export function EditorPage({ setId }: { setId: string }) {
  const workspace = useWorkspace();
  const rows = useLive(() => readCriteria(workspace), [workspace], ROWS);
  const family = rows?.families.find(({ id }) => id === setId);
  const [published, setPublished] = useState<Published | null>(null);
  if (rows === undefined) return <p role="status">{words.loading}</p>;
  if (family === undefined)
    return (
      <main className={office.body} id="noi-dung">
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      </main>
    );
  // Once published, the next version is another draft.
  return (
    <WithFamily
      key={family.latest.version}
      {...{ rows, family, published }}
      onPublished={(batchId) => setPublished({ batchId, version: family.latest.version + 1 })}
    />
  );
}

interface Published {
  batchId: string;
  version: number;
}

interface FamilyProps {
  rows: CriteriaRows;
  family: SetFamily;
  published: Published | null;
  onPublished: (batchId: string) => void;
}

function WithFamily(props: FamilyProps) {
  const desk = useDraft(props.family);
  if (desk === null) return <p role="status">{words.loading}</p>;
  if (desk === 'unread') return <EmptyState title={words.editor.unread} />;
  return <Editor {...props} desk={desk} />;
}

function SavedLine({
  saved,
  changes,
  desk,
  version,
}: {
  saved: Saved;
  changes: number;
  desk: DraftDesk;
  version: number;
}) {
  const line = {
    clean: changes === 0 ? fill(words.editor.clean, { n: version - 1 }) : '',
    dirty: words.editor.dirty,
    kept: saved.kind === 'kept' ? fill(words.editor.kept, { time: formatTime(saved.at) }) : '',
    saved: saved.kind === 'saved' ? fill(words.editor.saved, { time: formatTime(saved.at) }) : '',
    failed: words.editor.failed,
    tooLarge: words.editor.tooLarge,
  }[saved.kind];
  return (
    <p role="status" className={styles.saved}>
      <b>{fill(words.editor.drafting, { n: version })}</b> {line}{' '}
      {(saved.kind === 'failed' || saved.kind === 'kept') && (
        <button type="button" className={controls.textButton} onClick={() => void desk.save()}>
          {saved.kind === 'failed' ? words.editor.saveAgain : words.editor.sendNow}
        </button>
      )}
    </p>
  );
}

function Editor({ rows, family, desk, published, onPublished }: FamilyProps & { desk: DraftDesk }) {
  const search = useSearch();
  const place = usePlace(search);
  const [publishing, setPublishing] = useState(false);
  const { draft, stale, undo } = desk;
  const { latest, versions } = family;
  const before = useMemo(() => draftOf(latest, latest.version), [latest]);
  const households = rows.families.find(({ latest: set }) => set.subjectKind === 'household')?.latest;
  const checked = useMemo(
    () => checkDraft(draft, { versions, households, bytesMax: BYTES_MAX }),
    [draft, versions, households],
  );
  const differences = useMemo(() => differencesOf(before, draft), [before, draft]);
  const canPublish = checked.kind === 'ready' && differences.length > 0 && stale === null;
  const publish = (): void => {
    if (canPublish) return setPublishing(true);
    // Nothing wrong and nothing new: that is what is to be seen then.
    place.openPane(checked.kind === 'faults' ? 'faults' : 'differences');
    goToPane();
  };
  const keys = useMemo(
    () => [
      { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], does: words.editor.keys.move },
      { keys: ['ArrowUp', 'ArrowDown'], does: words.editor.keys.next },
      ...(undo === null ? [] : [{ keys: ['u'], does: words.editor.keys.undo, act: undo }]),
    ],
    [undo],
  );
  useScreenKeys(keys);
  return (
    <>
      <header className={office.head}>
        <div>
          <Link href={CRITERIA_PATH} className={styles.back}>
            {words.editor.back}
          </Link>
          <h1>{draft.name || words.editor.unnamed}</h1>
        </div>
        <SavedLine saved={desk.saved} changes={differences.length} desk={desk} version={draft.version} />
        <div className={styles.acts}>
          <button
            type="button"
            className={controls.button}
            aria-disabled={undo === null}
            onClick={() => undo?.()}
          >
            {words.editor.undo}
          </button>
          <ExcelBar desk={desk} family={family} />
          <button
            type="button"
            className={controls.mainButton}
            aria-describedby={canPublish ? undefined : 'vi-sao'}
            onClick={publish}
          >
            {fill(words.editor.publish, { n: draft.version })}
          </button>
        </div>
      </header>
      <main className={office.body} id="noi-dung">
        {published !== null && <PublishState {...published} />}
        {stale !== null && <StaleNotice stale={stale} onChoose={desk.choose} />}
        {checked.kind === 'faults' && (
          <p id="vi-sao" className={office.hidden}>
            {fill(words.faultsTitle, { n: checked.faults.length })}
          </p>
        )}
        <div className={styles.three}>
          <section className={sheets.sheet} aria-label={words.editor.treeName}>
            <Tree
              desk={desk}
              family={family}
              place={place}
              faults={checked.kind === 'faults' ? checked.faults : []}
            />
          </section>
          <section className={sheets.sheet}>
            <Chosen {...{ rows, desk, family, place, households }} />
          </section>
          <SidePane {...{ rows, family, desk, place, checked, differences, before }} />
        </div>
        {publishing && checked.kind === 'ready' && (
          <PublishDialog
            {...{ rows, family, desk }}
            set={checked.set}
            changes={differences.length}
            onClose={() => setPublishing(false)}
            onPublished={onPublished}
          />
        )}
        {desk.saved.kind === 'tooLarge' && <Notice tone="stop">{words.editor.tooLarge}</Notice>}
      </main>
    </>
  );
}
