/** A phone without room: what is written goes in whole or not at all, and words are small. */
import { SaveFailure } from '#client/workspace.ts';
import type { Tables } from '#client/db/tables.ts';

export const asRoomAllows = (tables: Tables, isFull: () => boolean): Tables => ({
  read: tables.read,
  write: (over, body) =>
    tables.write(over, (tx) =>
      body({
        ...tx,
        photoBytes: () => ({
          ...tx.photoBytes(),
          put: async (row) => {
            if (isFull()) throw new SaveFailure('full');
            return tx.photoBytes().put(row);
          },
        }),
      }),
    ),
});
