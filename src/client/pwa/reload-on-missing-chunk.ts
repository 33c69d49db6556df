/**
 * An open page may ask for a file that a newer version has removed. Then: save, reload, at most once per build, so that
 * a file that is truly missing cannot make the page reload for ever. Only where the worker answers the reload: without
 * one and without coverage it would end in the browser's own error page; there the person is asked.
 */
import { whenNobodyEdits } from './when-nobody-edits.ts';

const MARK = 'thidua-reloaded-for';

export function reloadOnMissingChunk(target: EventTarget, build: string): void {
  target.addEventListener('vite:preloadError', () => {
    if (!navigator.serviceWorker?.controller || sessionStorage.getItem(MARK) === build) return;
    sessionStorage.setItem(MARK, build);
    void whenNobodyEdits(() => location.reload());
  });
}
