/** Bugs put into the server on purpose: each has to be found, or the interleavings prove nothing. */
import type { ScoreRecord } from '#server/store/tables/review.ts';
import { inTransactions, type Planted } from '../planted/planted.ts';

/** Whoever comes last wins: what a write did not name goes too. */
const ignoresBases: Planted = {
  store: (store) =>
    inTransactions(store, (transaction) => ({
      ...transaction,
      score: {
        ...transaction.score,
        add: async (row) => {
          for (const { submission_id, criterion_id, op_id } of await transaction.score.alive(
            row.submission_id,
          ))
            if (criterion_id === row.criterion_id)
              await transaction.score.kill({ submission_id, criterion_id, op_id });
          return transaction.score.add(row);
        },
      },
    })),
};

/** Nothing a write names is superseded. */
const keepsAll: Planted = {
  store: (store) =>
    inTransactions(store, (transaction) => ({
      ...transaction,
      score: { ...transaction.score, kill: async () => 0 },
    })),
};

/** A form that was decided can still be returned, as if it were being read. */
const reopensAlone: Planted = {
  store: (store) =>
    inTransactions(store, (transaction) => ({
      ...transaction,
      assessment: {
        ...transaction.assessment,
        find: async (id) => {
          const row = await transaction.assessment.find(id);
          return row?.state === 'verified' ? { ...row, state: 'underReview' } : row;
        },
      },
    })),
};

/** Of two officers' points only the later ones are looked at when a form is verified. */
const countsOne: Planted = {
  store: (store) =>
    inTransactions(store, (transaction) => ({
      ...transaction,
      score: {
        ...transaction.score,
        alive: async (submission) => {
          const last = new Map<string, ScoreRecord & { commune_id: string }>();
          for (const row of await transaction.score.alive(submission)) last.set(row.criterion_id, row);
          return [...last.values()];
        },
      },
    })),
};

/** The sending a move names is not looked at. */
const ignoresTurn: Planted = {
  store: (store) =>
    inTransactions(store, (transaction) => ({
      ...transaction,
      submission: {
        ...transaction.submission,
        find: async (id) => {
          const row = await transaction.submission.find(id);
          return row && { ...row, current: 1 as const };
        },
      },
    })),
};

export const bugs: Readonly<Record<string, Planted>> = {
  ignoresBases,
  keepsAll,
  reopensAlone,
  countsOne,
  ignoresTurn,
};
