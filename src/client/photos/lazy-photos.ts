/**
 * The photos' place in a workspace: nothing of them is loaded before a form with photos is opened, a photo waits, or one
 * is looked at.
 */
import type { EngineStore } from '#client/db/engine-store.ts';
import type { PhotoRow } from '#client/db/model.ts';
import { isSavingData } from '#client/sync/data-saver.ts';
import type { Environment } from '#client/sync/environment.ts';
import type { SealContext } from '#client/sync/seal.ts';
import type { Workspace } from '#client/workspace.ts';
import type { PhotoCommands } from './create-photos.ts';
import type { Sender } from './create-sender.ts';
import type { LaneOutcome } from './lane.ts';

export interface LazyPhotoParts {
  profileId: string;
  store: EngineStore;
  sealing: () => SealContext;
  environment: Environment;
  /** Something was sealed: the engine should wake. */
  announce: () => void;
  /** A person's tap: the engine should wake now. */
  sendNow: () => void;
  /** The person's own switch. */
  sparesData: () => Promise<boolean>;
}

export interface LazyPhotos {
  commands: Pick<
    Workspace,
    | 'photos'
    | 'addPhoto'
    | 'removePhoto'
    | 'restorePhoto'
    | 'photoBytes'
    | 'leaveForCamera'
    | 'cameraPlace'
    | 'sendPhotos'
  >;
  /** What a killed page left half done; for the profiles that take photos. */
  resume(): void;
  /** Photos that may go and have not. */
  areWaiting(): Promise<boolean>;
  /** The photos' turn in a cycle, once its words are with the commune. */
  turn(): Promise<LaneOutcome>;
}

export function createLazyPhotos(parts: LazyPhotoParts): LazyPhotos {
  const { environment, store } = parts;
  let commands: Promise<PhotoCommands> | undefined;
  let sender: Promise<Sender> | undefined;
  /** Data is spared, but the person asked for the photos to go now. */
  let wasTapped = false;

  const openCommands = async (): Promise<PhotoCommands> =>
    (await import('./create-photos.ts')).createPhotoCommands(parts);
  const openSender = async (): Promise<Sender> =>
    (await import('./create-sender.ts')).createSender({ store, environment, mustWait });
  // What could not be fetched is asked for again.
  const taken = (): Promise<PhotoCommands> => {
    commands ??= openCommands().catch((error: unknown) => {
      commands = undefined;
      throw error;
    });
    return commands;
  };
  const mustWait = async (): Promise<boolean> =>
    !wasTapped && ((environment.isSavingData ?? isSavingData)() || (await parts.sparesData()));

  const rows = (): Promise<PhotoRow[]> => store.tables.read(['photos'], async (tx) => tx.photos().toArray());
  const isUnsent = ({ state, upload, removedAt }: PhotoRow): boolean =>
    state === 'ready' &&
    removedAt === undefined &&
    (upload.state === 'waiting' || upload.state === 'sending');

  return {
    commands: {
      photos: async (assessmentId) => (await taken()).photos(assessmentId),
      addPhoto: async (photo) => (await taken()).addPhoto(photo),
      removePhoto: async (id) => (await taken()).removePhoto(id),
      restorePhoto: async (id) => (await taken()).restorePhoto(id),
      photoBytes: async (photo, size) => (await taken()).photoBytes(photo, size),
      leaveForCamera: async (criterionId) => (await taken()).leaveForCamera(criterionId),
      cameraPlace: async () => (await taken()).cameraPlace(),
      sendPhotos() {
        wasTapped = true;
        parts.sendNow();
      },
    },
    resume() {
      taken()
        .then((photos) => photos.resume())
        .catch(environment.onError);
    },
    areWaiting: async () => (await rows()).some(isUnsent) && !(await mustWait()),
    async turn() {
      if ((await rows()).length === 0) return { kind: 'idle' };
      sender ??= openSender().catch((error: unknown) => {
        sender = undefined;
        throw error;
      });
      const outcome = await (
        await sender
      )({
        isTextWaiting: async () => {
          const { lastSeq, ackedSeq } = await store.state();
          return ackedSeq < lastSeq;
        },
      });
      if (outcome.kind === 'idle') wasTapped = false;
      return outcome;
    },
  };
}
