/** Bugs of judging and of the feed. */
import type { FeedRecord } from '#server/store/tables/feed.ts';
import { inTransactions, type PlantedBug } from './planted.ts';

/** The last to arrive wins. */
const lww: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => ({
        ...transaction,
        register: {
          ...transaction.register,
          add: async (version, value) => {
            for (const other of await transaction.register.alive(version.assessment_id)) {
              const { assessment_id, criterion_id, op_id } = other;
              if (criterion_id === version.criterion_id && op_id !== version.op_id)
                await transaction.register.kill({ assessment_id, criterion_id, op_id });
            }
            return transaction.register.add(version, value);
          },
        },
      })),
  },
  focus: { phones: ['Bình'] },
  budget: 200,
};

/** Revisions are handed out, and some rows become visible only with a later request. */
const slowRev: PlantedBug = {
  planted: {
    store: (store, dice) => {
      let held: FeedRecord | undefined;
      return inTransactions(store, (transaction) => {
        const late = held;
        held = undefined;
        let isShown = false;
        const showLate = async (): Promise<void> => {
          if (late === undefined || isShown) return;
          isShown = true;
          await transaction.feed.put(late);
        };
        return {
          ...transaction,
          feed: {
            ...transaction.feed,
            put: async (row) => {
              await showLate();
              if (held !== undefined || !dice.happens(0.3)) return transaction.feed.put(row);
              held = row;
              return 1;
            },
            page: async (...given) => {
              await showLate();
              return transaction.feed.page(...given);
            },
          },
        };
      });
    },
  },
  focus: { phones: ['Bình'] },
  from: 20261128,
  budget: 500,
};

/** Rows are read without asking whose they are. */
const noScope: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => ({
        ...transaction,
        feed: {
          ...transaction.feed,
          page: (_scope, rev, limit) => transaction.feed.page('office', rev, limit),
        },
      })),
  },
  budget: 50,
};

/** The server's arithmetic is one off for one answer. */
const badScore: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => ({
        ...transaction,
        submission: {
          ...transaction.submission,
          insert: (row) =>
            transaction.submission.insert({
              ...row,
              server_score: row.server_score + (row.self_score > 0 ? 1 : 0),
            }),
        },
      })),
  },
  from: 20261125,
  budget: 100,
};

/** A form under review counts as not yet begun. */
const withdrawIgnored: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => ({
        ...transaction,
        assessment: {
          ...transaction.assessment,
          find: async (id) => {
            const row = await transaction.assessment.find(id);
            return row?.state === 'underReview' ? { ...row, state: 'received' } : row;
          },
        },
      })),
  },
  focus: { phones: ['Dung'], acts: ['move', 'withdraw'] },
  from: 20261153,
  budget: 500,
};

/** A family that moved away stays to be seen where it was. */
const tombstoneLost: PlantedBug = {
  planted: {
    store: (store) =>
      inTransactions(store, (transaction) => ({
        ...transaction,
        feed: {
          ...transaction.feed,
          put: async (row) => (row.value === null ? 0 : transaction.feed.put(row)),
        },
      })),
  },
  focus: { phones: ['Dung'], acts: ['record'] },
  budget: 300,
};

/** What was turned down is called applied. */
const verdictLost: PlantedBug = {
  planted: {
    core: (core) => ({
      ...core,
      exchange: async (...given) => {
        const outcome = await core.exchange(...given);
        if (outcome.kind !== 'answered') return outcome;
        const results = outcome.response.results.map((result) =>
          result.verdict === 'refused' ? { verdict: 'applied' as const, rev: result.rev ?? 1 } : result,
        );
        return { ...outcome, response: { ...outcome.response, results } };
      },
    }),
  },
  focus: { phones: ['Dung'], acts: ['move', 'withdraw', 'record'] },
  budget: 300,
};

export const serverBugs = { lww, slowRev, noScope, badScore, withdrawIgnored, tombstoneLost, verdictLost };
