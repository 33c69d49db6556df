/** Bugs of photos: what counts as sent, when bytes go, who sees them. */
import { inWrites, type PlantedBug } from './planted.ts';

const photos = { acts: ['photo', 'photo'] } as const;
const backups = { ...photos, kinds: ['snapshot', 'register'] } as const;

/** An upload that was begun counts as a picture that is there. */
const begunIsStored: PlantedBug = {
  planted: {
    core: (core) => ({
      ...core,
      beginUpload: async (...given) => {
        const outcome = await core.beginUpload(...given);
        return outcome.kind === 'begun' ? { kind: 'known', state: { state: 'stored' } } : outcome;
      },
    }),
  },
  focus: photos,
  budget: 100,
};

/** The picture leaves the phone once it was sent. */
const freedOnSent: PlantedBug = {
  planted: {
    tables: (tables) =>
      inWrites(tables, (tx) => ({
        photos: () => ({
          ...tx.photos(),
          put: async (row) => {
            await tx.photos().put(row);
            if (row.upload.state === 'sent') await tx.photoBytes().bulkDelete([`${row.id}:final`]);
          },
        }),
      })),
  },
  focus: photos,
  budget: 100,
};

/** The picture leaves the phone once its words are safe. */
const freedWithWords: PlantedBug = {
  planted: {
    commands: (store) => ({
      ...store,
      state: async () => {
        const state = await store.state();
        return { ...state, safeAt: state.safeAt === null ? null : Number.MAX_SAFE_INTEGER };
      },
    }),
  },
  focus: { ...backups, fates: ['loseReply', 'cut'] },
  from: 20261129,
  budget: 500,
};

/** A backup vouches for what was stored at its own instant, and after it. */
const vouchesForNow: PlantedBug = {
  planted: { margin: 0 },
  focus: { ...backups, fates: ['loseReply', 'cut'] },
  from: 20261129,
  budget: 1000,
};

/** What a piece says of itself is believed: from there, so many bytes. */
const offsetTrusted: PlantedBug = {
  planted: {
    core: (core) => {
      const said = new Map<string, number>();
      return {
        ...core,
        receiveUpload: async (uploadId, request) => {
          if (request.method === 'PATCH') {
            const bytes = new Uint8Array(
              await request
                .clone()
                .arrayBuffer()
                .catch(() => new ArrayBuffer(65_536)),
            );
            const end = Number(request.headers.get('upload-offset')) + bytes.length;
            said.set(uploadId, Math.max(end, said.get(uploadId) ?? 0));
          }
          const outcome = await core.receiveUpload(uploadId, request);
          const end = said.get(uploadId);
          if (outcome.kind === 'replied' && outcome.reply.ok && end !== undefined)
            outcome.reply.headers.set('upload-offset', String(end));
          return outcome;
        },
      };
    },
  },
  focus: { ...photos, fates: ['cut', 'cut', 'cut'] },
  from: 20261131,
  budget: 300,
};

/** Between the pieces of a photo nobody asks whether words wait. */
const wordsForgotten = (): PlantedBug => {
  let wasPiece = false;
  return {
    planted: {
      fetch: (fetch) => async (path, init) => {
        const reply = await fetch(path, init);
        wasPiece = init.method === 'PATCH';
        return reply;
      },
      commands: (store) => ({
        ...store,
        state: async () => {
          const state = await store.state();
          if (!wasPiece) return state;
          wasPiece = false;
          return { ...state, ackedSeq: state.lastSeq };
        },
      }),
    },
    focus: { acts: ['photo', 'photo', 'comment'], interlude: 0.6 },
    from: 20261155,
    budget: 500,
  };
};

/** Whoever knows a picture's hash is shown it. */
const shownToAll: PlantedBug = {
  planted: {
    core: (core, server) => ({
      ...core,
      readPhoto: async (proof, photo) => {
        const outcome = await core.readPhoto(proof, photo);
        if (outcome.kind !== 'refused' || outcome.code !== 'not-found') return outcome;
        const rows = server.disk.rows('blob', "photo_id = ? and state = 'stored'", [photo.photoId]);
        const [bytes] = server.photos.filesOf(rows).values();
        return bytes === undefined
          ? outcome
          : { kind: 'photo', bytes: new Uint8Array(bytes), type: 'image/jpeg' };
      },
    }),
  },
  focus: { acts: ['photo', 'look', 'look'], phones: ['Cường'] },
  from: 20261142,
  budget: 200,
};

/** A restore brings the tables, and none of the pictures. */
const restoredWithoutPictures: PlantedBug = {
  planted: {
    afterRestore: async (server) => server.photos.wipe(),
  },
  focus: { ...photos, kinds: ['snapshot', 'register', 'restore'] },
  from: 20261158,
  budget: 300,
};

export const photoBugs = {
  begunIsStored,
  freedOnSent,
  freedWithWords,
  vouchesForNow,
  offsetTrusted,
  wordsForgotten: wordsForgotten(),
  shownToAll,
  restoredWithoutPictures,
};
