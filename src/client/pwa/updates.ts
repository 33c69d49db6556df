/** What the page knows of the worker: a new version waits, or the app is ready for use without a network. */

export interface Updates {
  /** A new version is installed and waits to be let in. */
  isWaiting: () => boolean;
  subscribe: (listener: () => void) => () => void;
  /** Lets it in and loads the page again, once nobody has unsaved words. */
  letIn: () => Promise<void>;
}

export interface UpdatesControl extends Updates {
  /** Told by whoever registers the worker. */
  offer: (letIn: () => Promise<void>) => void;
}

export function createUpdates(): UpdatesControl {
  let waiting: (() => Promise<void>) | null = null;
  const listeners = new Set<() => void>();
  return {
    isWaiting: () => waiting !== null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    letIn: () => waiting?.() ?? Promise.resolve(),
    offer: (letIn) => {
      waiting = letIn;
      for (const listener of listeners) listener();
    },
  };
}
