/** Bugs of the app: what it believes, shows and takes over. */
import { textOf } from '#client/db/answer-text.ts';
import { isRowOf } from '#client/db/row-of.ts';
import { believable } from './on-the-line.ts';
import type { PlantedBug } from './planted.ts';

/** HTTP 200 is taken for an acknowledgement, whoever says it. */
const trust200: PlantedBug = {
  planted: {
    line: async (reply, asked, server) =>
      reply.status === 200 ? ((await believable(asked, server, server.keys.privateKey)) ?? reply) : reply,
  },
  focus: { phones: [], fates: ['portalPage', 'portalJson'] },
  from: 20261131,
  budget: 200,
};

/** Anybody may sign a receipt. */
const receiptUnverified: PlantedBug = {
  planted: {
    line: async (reply, asked, server) =>
      reply.headers.has('x-forged')
        ? ((await believable(asked, server, server.keys.privateKey)) ?? reply)
        : reply,
  },
  focus: { phones: [], fates: ['forged'] },
  from: 20261130,
  budget: 200,
};

/** The cursor is written before the rows, and now and then the page dies in between. */
const cursorFirst: PlantedBug = {
  planted: {
    commands: (store, _tables, dice) => ({
      ...store,
      settle: (settlement) => store.settle(dice.happens(0.2) ? { ...settlement, rows: [] } : settlement),
    }),
  },
  budget: 200,
};

/** What comes down replaces what a person is typing. */
const adoptTouched: PlantedBug = {
  planted: {
    commands: (store, tables) => ({
      ...store,
      async settle(settlement) {
        const answer = await store.settle(settlement);
        for (const { entity, id, rev, value } of settlement.rows) {
          const row = { entity, rev, value };
          if (value === undefined || !isRowOf({ entity, value }, 'answers')) continue;
          const fields = isRowOf({ ...row, value }, 'answers')
            ? Object.entries(Object(value).fields ?? {})
            : [];
          await tables.write(['drafts'], async (tx) => {
            const draft = await tx.draft(id);
            if (draft === undefined) return;
            const pulled = fields.flatMap(([field, versions]): [string, number][] => {
              const first: unknown = Array.isArray(versions) ? versions[0]?.value : undefined;
              return typeof first === 'number' ? [[field, first]] : [];
            });
            await tx.putDraft({ ...draft, answers: { ...draft.answers, ...Object.fromEntries(pulled) } });
          });
        }
        return answer;
      },
    }),
  },
  focus: { phones: ['Bình'] },
  from: 20261127,
  budget: 300,
};

/** Everything that was pulled counts as read by the person. */
const overwriteUnseen: PlantedBug = {
  planted: {
    commands: (store) => ({
      ...store,
      async draft(id) {
        const draft = await store.draft(id);
        const row = await store.row('answers', id);
        if (draft === undefined || row === undefined || !isRowOf(row, 'answers')) return draft;
        const pulled = Object.entries(row.value.fields).map(([field, [first]]) => [
          field,
          textOf(first?.value) ?? '',
        ]);
        return { ...draft, sealed: { ...draft.sealed, ...Object.fromEntries(pulled) } };
      },
    }),
  },
  focus: { phones: ['Bình'] },
  from: 20261136,
  budget: 300,
};

/** "Saved", and now and then it is not. */
const saveForgotten: PlantedBug = {
  planted: {
    commands: (store, _tables, dice) => ({
      ...store,
      saveDraft: async (draft, base) => {
        if (!dice.happens(0.2)) await store.saveDraft(draft, base);
      },
    }),
  },
  from: 20261135,
  budget: 50,
};

export const phoneBugs = {
  trust200,
  receiptUnverified,
  cursorFirst,
  adoptTouched,
  overwriteUnseen,
  saveForgotten,
};
