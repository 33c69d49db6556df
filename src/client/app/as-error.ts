/** Whatever was thrown, as an error that a boundary can show. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error('something that is no error was thrown', { cause: thrown });
