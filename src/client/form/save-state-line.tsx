/** The state line of an open form, and, when a put failed, the filled notice with both ways out. */
import { formatTime } from '#domain/vietnamese/format.ts';
import type { DraftRow } from '#client/db/model.ts';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { stateSentences } from '#client/messages/states.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import styles from './save-state-line.module.css';
import { downloadJson } from './download.ts';
import type { SaveState } from './autosaver.ts';
import type { Autosave } from './use-autosave.ts';

const sentenceOf = (state: SaveState, draft: DraftRow): string => {
  switch (state.kind) {
    case 'untouched':
      return Object.keys(draft.answers).length === 0
        ? stateSentences.nothingSent
        : fill(stateSentences.draft, { gio: formatTime(draft.updatedAt) });
    case 'dirty':
      return stateSentences.saving;
    case 'saved':
      return fill(stateSentences.draft, { gio: formatTime(state.at) });
    case 'failed':
      return stateSentences.unsaved;
  }
};

export function SaveStateLine({ autosave, draft }: { autosave: Autosave<DraftRow>; draft: DraftRow }) {
  const { state, flush } = autosave;
  return (
    <>
      <StateLine state={state.kind === 'failed' ? 'unsaved' : 'draft'} sentence={sentenceOf(state, draft)} />
      {state.kind === 'failed' && (
        <div className={styles.stop}>
          <Notice
            tone="stop"
            title={common.notSavedTitle}
            actions={
              <>
                <Button wide onClick={() => void flush()}>
                  {common.retry}
                </Button>
                <Button wide onClick={() => downloadJson(`phieu-${draft.id}.json`, draft)}>
                  {common.exportFile}
                </Button>
              </>
            }
          >
            <p>{common.notSaved[state.reason]}</p>
            <p>{common.notSavedFreeSpace}</p>
          </Notice>
        </div>
      )}
    </>
  );
}
