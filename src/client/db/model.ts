/** What the phone keeps, table by table. Types only: the one place every part of the client agrees on. */
import type { Answers } from '#domain/answers.ts';
import type { SubjectKind } from '#domain/criteria.ts';
import type { RowEntity, RowValue } from '#protocol/entities.ts';
import type { Channel } from '#protocol/judged-rows.ts';
import type { PublicJwk } from '#protocol/enrol.ts';
import type { Result, Scope } from '#protocol/exchange.ts';
import type { Consent, OperationKind } from '#protocol/operation.ts';
import type { Binding, Role } from '#protocol/policy-roles.ts';
import type { PhotoType } from '#protocol/photo.ts';
import type { ProblemCode } from '#protocol/problem.ts';

/**
 * One person's workspace on this installation; each has a database of its own. A household profile exists from the tap
 * on a slip, before the code is redeemed.
 */
export interface ProfileRow {
  id: string;
  role: Role;
  /** "Xóm Chùa 9", "Gia đình (mã DM-012)". */
  title: string;
  communeId: string;
  /** The assessment this profile fills; absent for the office. It follows the campaign (`sync/rare/follow-campaign.ts`). */
  assessmentId?: string;
  /** Those of earlier campaigns, whose drafts are still here. */
  earlier?: string[];
  /** Campaign a person went back to by hand; absent = the one people fill in now. */
  staysIn?: string | undefined;
  /** Known once the code is redeemed. */
  binding?: Binding;
  by?: string;
  link:
    | { state: 'pending'; code: string; label: string }
    | { state: 'enrolled' }
    /** The commune no longer accepts this key; everything stays on the phone. */
    | { state: 'lockedOut'; problem: ProblemCode };
  /**
   * Bound by a link that was sent: the officer has not said yes. Still there when the key is refused, which then was a no;
   * gone with the first whole exchange.
   */
  awaits?: true | undefined;
  /** A family handed the phone on: its part opens by its slip alone (phone's clock). */
  closedAt?: number | undefined;
  /** Operations the commune has not answered for, when last counted: for the number on the app's icon. */
  waiting?: number | undefined;
  createdAt: number;
  usedAt: number;
}

/** Parts of an answer that takes two. */
export interface Unfinished {
  n?: number | undefined;
  d?: number | undefined;
  text?: string | undefined;
  level?: string | undefined;
}

/** The open form: one mutable row, put at the latest 500 ms after the last keystroke. */
export interface DraftRow {
  /** `assessmentId`, or `proxy:<assessmentId>` when typed on a family's behalf. */
  id: string;
  assessmentId: string;
  subjectKind: SubjectKind;
  subjectId?: string;
  /** Shown in lists: "Hộ Nguyễn Văn Ánh", "Xóm Chùa 9". */
  subjectName: string;
  channel: Channel;
  /** Pinned when the draft is made: `household@1`. */
  criteriaSet: string;
  answers: Answers;
  /** Which checklist entries were ticked, per criterion; the answer is only their number. */
  ticks: Record<string, string[]>;
  /** Begun, but no answer yet (a total without its count, text without a level): kept on the phone, never sent. */
  unfinished?: Record<string, Unfinished>;
  consent: {
    [Purpose in Consent['choices'][number]['purpose']]?: { agreed: boolean; textVersion: string; at: number };
  };
  consentMode: Consent['mode'];
  witness: string;
  signedOffBy: string;
  /** A family that asked to see its points; off until it asks. */
  showsScore?: boolean;
  /** Question or group where the person stopped. */
  place: string;
  status: 'open' | 'sent';
  updatedAt: number;
  /** Answers brought over from an earlier campaign and not yet confirmed: canonical text by question. On this phone alone. */
  lastYear?: { year: number; answers: Record<string, string> };
  /** Canonical text of each answer as last sealed or as last adopted from the commune: what differs is unsent. */
  sealed: Record<string, string>;
}

/** What a sealed record of a batch is told by without reading its body; label and count on the settling ones alone. */
export interface SealedBatch {
  id: string;
  settles?: { state: 'committed' | 'reverted'; label: string; records: number };
}

/** A sealed operation, frozen for ever. */
export interface OutboxRow {
  /**
   * Its place in this key's sequence. Below zero: outside the present sequence, either safe under an earlier key of this
   * phone (its body gone) or set aside here because the commune cannot read it.
   */
  seq: number;
  opId: string;
  kind: OperationKind;
  /** Canonical body; '' once every kept backup holds it. */
  text: string;
  hash: string;
  /** chain(seq). */
  chain: string;
  sealedAt: number;
  assessmentId?: string;
  draftId?: string;
  /** One of many records that take effect together, or (`settles`) the record that makes or undoes them. */
  batch?: SealedBatch;
  /** Absent while the commune has not answered for it. */
  result?: Result;
  settledAt?: number;
}

export interface ReceiptRow {
  opId: string;
  assessmentId: string;
  seq: number;
  /** Nine characters, for reading aloud. */
  code: string;
  /** Server time of the exchange that acknowledged it. */
  receivedAt: number;
  /** JWS, verified before it was stored. */
  receipt: string;
}

export interface StoredRow<Entity extends RowEntity = RowEntity> {
  scope: Scope;
  entity: Entity;
  id: string;
  rev: number;
  value: RowValue<Entity>;
}

/** The device's standing in the exchange; one row, changed only together with what it describes. */
export interface SyncState {
  epoch: string;
  challenge: string;
  counter: number;
  /** Highest sealed, and the chain there. */
  lastSeq: number;
  lastChain: string;
  /** Highest the commune has answered for finally. */
  ackedSeq: number;
  safeSeq: number;
  cursors: Record<Scope, number>;
  /** Server minus phone, ms. */
  clockOff: number;
  /** Last verified reply. */
  contactAt: number | null;
  /** Newest opId's time part, so that ids never run backwards. */
  lastIdMs: number;
  /** Operations ever sealed here, under whatever key; counted apart from the rows, so that a lost one shows. */
  made: number;
  /** The bodies up to here were deleted from this phone, because every kept backup holds them; and the chain there. */
  floorSeq: number;
  floorChain: string;
  /** Photos the commune stored before this instant (server clock) are inside every kept backup. */
  safeAt: number | null;
  /** Until then (server clock) the commune takes back what a restore lacks, and moves wait. */
  drainUntil: number | null;
  /** Build that met rows it could not read: another one starts again from zero. */
  unreadBy: string | null;
  /** When scope digests were last compared (phone clock). */
  digestAt: number | null;
}

/** A photo on this phone; its bytes lie apart ({@link PhotoBytes}), so that lists stay light. */
export interface PhotoRow {
  id: string;
  assessmentId: string;
  criterionId: string;
  /** `raw`: as the camera gave it, not yet shrunk · `ready`: shrunk, hashed and sealed as `photo.add` · `refused`. */
  state: 'raw' | 'ready' | 'refused';
  /** Why it cannot be used; a named gap, never a stuck form. */
  problem?: PhotoProblem;
  addedAt: number;
  /** Known once ready: SHA-256 of the final bytes, which is its id everywhere else. */
  photoId?: string;
  mime?: PhotoType;
  bytes?: number;
  w?: number;
  h?: number;
  opId?: string;
  /**
   * `held`: it looks like an identity paper, and its person has not said yet whether it is to be used; this phone's own
   * affair, told to nobody · `failed`: the commune holds no picture of it and this phone cannot send it again.
   */
  upload: { state: 'held' | 'waiting' | 'sending' | 'sent' | 'failed'; url?: string; offset: number };
  /** How often shrinking was begun: a picture this phone cannot bear is refused, not tried for ever. */
  tries?: number;
  /** Taken out by its person; the row stays while its operation waits. */
  removedAt?: number;
}
export type PhotoProblem = 'notAPicture' | 'tooManyPixels' | 'tooLarge' | 'empty' | 'full' | 'damaged';

/** Where to come back to when the system ended the page behind its own camera. */
export interface CameraPlace {
  criterionId: string;
  at: number;
}

/** `raw`: as given · `final`: what is sent · `thumb`: a few kB for lists. ArrayBuffer, never Blob or File. */
export interface PhotoBytes {
  /** `<photo's id>:<size>`. */
  key: string;
  bytes: ArrayBuffer;
}
export type PhotoSize = 'raw' | 'final' | 'thumb';

export interface Identity {
  deviceId: string;
  keys: { privateKey: CryptoKey; publicKey: CryptoKey };
  jwk: PublicJwk;
  /** The commune's keys, pinned at enrolment: receipts are checked by one, files encrypted to the other (age). */
  communeJwk?: PublicJwk;
  recipient?: string;
}
