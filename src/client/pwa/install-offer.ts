/** Chrome's offer to install, kept until the person has saved a first draft and may want it. */

export type InstallState = 'none' | 'offered' | 'installed';

export interface InstallOffer {
  state: () => InstallState;
  subscribe: (listener: () => void) => () => void;
  /** Shows the browser's own question; only after a tap. */
  ask: () => Promise<void>;
}

/** The part of `beforeinstallprompt` we use; it is in no standard library of types. */
interface InstallPrompt {
  prompt: () => Promise<unknown>;
}
const isPrompt = (event: Event): event is Event & InstallPrompt =>
  'prompt' in event && typeof event.prompt === 'function';

/** Listens from the start of the page: the browser offers once, early. */
export function watchInstallOffer(target: EventTarget): InstallOffer {
  let prompt: InstallPrompt | null = null;
  let state: InstallState = 'none';
  const listeners = new Set<() => void>();
  const set = (next: InstallState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  target.addEventListener('beforeinstallprompt', (event) => {
    // Not now: the browser's own bar would cover the form.
    event.preventDefault();
    if (!isPrompt(event)) return;
    prompt = event;
    set('offered');
  });
  target.addEventListener('appinstalled', () => {
    prompt = null;
    set('installed');
  });
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: async () => {
      const offered = prompt;
      prompt = null;
      if (offered === null) return;
      await offered.prompt();
      if (state === 'offered') set('none');
    },
  };
}
