/**
 * An open page may ask for a file that a newer version has removed. Then: save, reload, at most once per build, so that
 * a file that is truly missing cannot make the page reload for ever.
 */
import { whenNobodyEdits } from './when-nobody-edits.ts';

const MARK = 'thidua-reloaded-for';

export function reloadOnMissingChunk(target: EventTarget, build: string): void {
  target.addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || sessionStorage.getItem(MARK) === build) return;
    event.preventDefault();
    sessionStorage.setItem(MARK, build);
    void whenNobodyEdits(() => location.reload());
  });
}
