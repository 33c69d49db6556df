/** A gate that is opened once from outside. */
export interface Handover {
  opened: Promise<void>;
  open: () => void;
}

export function createHandover(): Handover {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}
