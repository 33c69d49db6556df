/** Hàng chờ's line about photos: how many wait, how heavy they are, and the tap that lets them go while data is spared. */
import { useLive } from '#client/app/use-live.ts';
import { useSettings } from '#client/app/settings-context.tsx';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { readPhotos } from '#client/subject/use-photo-desk.ts';
import { photoStateOf, type ShownPhoto } from '#client/db/photo-list.ts';
import { megabytes } from '#client/form/photo-field/photo-item.tsx';
import { fill } from '#client/messages/fill.ts';
import { photoWords } from '#client/messages/photos.ts';
import { isSavingData } from '#client/sync/data-saver.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import styles from './outbox.module.css';

const READ = ['photos', 'rows', 'outbox'] as const;
const { waiting } = photoWords;

export function PhotosWaiting() {
  const workspace = useWorkspace();
  const { settings, change } = useSettings();
  const { assessmentId = '' } = workspace.profile;
  const rows = useLive(() => readPhotos(workspace, assessmentId), [workspace, assessmentId], READ);
  if (rows === undefined || rows.shown.length === 0) return null;
  const inState = (word: string): ShownPhoto[] =>
    rows.shown.filter(
      (photo) => photoStateOf(photo, rows.results.get(photo.own?.opId ?? ''), false).word === word,
    );
  const [queued, asking] = [inState('queued'), inState('asks')];
  const isSparing = (settings.sparesData ?? false) || isSavingData();
  const values = {
    n: queued.length,
    mb: megabytes(queued.reduce((sum, { own }) => sum + (own?.bytes ?? 0), 0)),
  };
  return (
    <Notice
      title={waiting.title}
      tone={queued.length + asking.length > 0 ? 'wait' : 'plain'}
      actions={
        queued.length > 0 && (
          <Button wide onClick={() => workspace.sendPhotos()}>
            {waiting.send}
          </Button>
        )
      }
    >
      {(queued.length > 0 || asking.length === 0) && (
        <p>{queued.length === 0 ? waiting.none : fill(isSparing ? waiting.held : waiting.some, values)}</p>
      )}
      {asking.length > 0 && <p>{fill(waiting.asks, { n: asking.length })}</p>}
      <label className={styles.spare}>
        <input
          type="checkbox"
          checked={settings.sparesData ?? false}
          onChange={(event) => change({ sparesData: event.target.checked })}
        />
        <span>{waiting.spare}</span>
      </label>
    </Notice>
  );
}
