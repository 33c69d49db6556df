/** What the photo fields of one sheet need; a sheet without a desk (a family's) shows no photo fields. */
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { PHOTOS_PER_ASSESSMENT, PHOTOS_PER_CRITERION } from '#protocol/photo.ts';
import { isStanding, type PhotoState, type ShownPhoto } from '#client/db/photo-list.ts';

export interface PhotoDesk {
  /** Of the whole form, in the order they were taken. */
  shown: readonly ShownPhoto[];
  stateOf: (photo: ShownPhoto) => PhotoState;
  /** null: not on this phone, and not to be had now. */
  bytesOf: (photo: ShownPhoto, size: 'full' | 'thumb') => Promise<ArrayBuffer | null>;
  add: (criterionId: string, bytes: ArrayBuffer) => Promise<void>;
  remove: (id: string) => Promise<void>;
  restore: (id: string) => Promise<void>;
  /** The system may end the page while its camera is open: where to come back to; null = back from it. */
  leaveFor: (criterionId: string | null) => Promise<void>;
  /** Where the system ended the page, until its person has seen it. */
  interruptedAt: string | null;
  /** The commune holds the form: nothing may be added or taken out now. */
  isLocked: boolean;
}

/** How many more pictures there is room for under one question, `most` of which it holds. */
export function roomFor(
  { shown }: Pick<PhotoDesk, 'shown'>,
  criterionId: string,
  most: number = PHOTOS_PER_CRITERION,
): number {
  const standing = shown.filter(isStanding);
  const here = standing.filter((photo) => photo.criterionId === criterionId).length;
  return Math.max(0, Math.min(most - here, PHOTOS_PER_ASSESSMENT - standing.length));
}

interface Seam {
  desk: PhotoDesk;
  /** Everything typed goes to disk. */
  flush: () => Promise<unknown>;
}
const SeamContext = createContext<Seam | null>(null);

interface PhotoDeskProviderProps {
  /** null: not read yet, or a sheet without photos. */
  desk: PhotoDesk | null;
  flush: Seam['flush'];
  children: ReactNode;
}

export function PhotoDeskProvider({ desk, flush, children }: PhotoDeskProviderProps) {
  const seam = useMemo(() => (desk === null ? null : { desk, flush }), [desk, flush]);
  return <SeamContext value={seam}>{children}</SeamContext>;
}

export const usePhotoDesk = (): Seam | null => useContext(SeamContext);
