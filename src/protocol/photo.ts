/**
 * Photos on the wire (`protocol.md` §8). Creating an upload is signed and names the hash in its path; what comes back is
 * an unguessable address (tus 1.0), and sending needs only that. The SHA-256 of the operation decides.
 */
import { z } from '#domain/zod.ts';

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

/** What the phone makes of a picture. */
export const PHOTO_EDGE_MAX = 1600;
export const PHOTO_BYTES_WANTED = 350 * 1024;
/** What the commune takes at most; a phone that cannot shrink further refuses in words. */
export const PHOTO_BYTES_MAX = 1024 * 1024;
/** Above this many pixels nothing is decoded, on neither side; read from the header. */
export const PHOTO_PIXELS_MAX = 24_000_000;
export const PHOTOS_PER_CRITERION = 5;
/** Pages of a unit's own plan, each a photo under `PLAN_PAGES` (`subject-records.ts`). */
export const PLAN_PAGES_MAX = 20;
export const PHOTOS_PER_ASSESSMENT = 60;
export const THUMB_EDGE = 320;

/** POST, signed by the device: begins (or finds again) the upload of this hash. GET, signed: the bytes. */
export const filePath = (photoId: string): string => `/api/v1/files/${photoId}`;
export const thumbPath = (photoId: string): string => `/api/v1/files/${photoId}/thumb`;
/** HEAD and PATCH (tus): whoever holds the address may send. */
export const UPLOADS_PATH = '/api/v1/uploads';
export const TUS_VERSION = '1.0.0';

/** Why what came is no picture the commune can keep. */
export const photoFaults = ['notAPicture', 'damaged', 'tooManyPixels', 'tooHeavy'] as const;
export const photoFaultSchema = z.enum(photoFaults);
export type PhotoFault = z.infer<typeof photoFaultSchema>;

/**
 * What the commune has of a picture its sender asks to send: `awaited` comes with `Location` and `Upload-Offset`, the
 * other two are final and nothing more is to be sent.
 */
export const fileStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('awaited') }),
  z.strictObject({ state: z.literal('stored') }),
  z.strictObject({ state: z.literal('refused'), reason: photoFaultSchema }),
]);
export type FileState = z.infer<typeof fileStateSchema>;
