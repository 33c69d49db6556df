/** What the core answers a route with: done, or turned down as a whole. */
import type { CodeResponse, DeviceActResponse } from '#protocol/devices.ts';
import type { EnrolResponse } from '#protocol/enrol.ts';
import type { ExchangeResponse } from '#protocol/exchange.ts';
import type { FileState } from '#protocol/photo.ts';
import type { LogHeads, LogPage } from '#protocol/log.ts';
import type { OpenedResponse } from '#protocol/opened.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import type { SlipsResponse } from '#protocol/slips.ts';

/** A request turned down as a whole: nothing of it was stored. */
export interface Refusal {
  kind: 'refused';
  code: ProblemCode;
  /** Fresh challenge to answer at once, with `stale-challenge`. */
  challenge?: string;
  /** Seconds to wait, with `too-many-attempts` and `busy`. */
  retryAfter?: number;
}
export type ExchangeOutcome = { kind: 'answered'; response: ExchangeResponse } | Refusal;
export type LogOutcome = { kind: 'answered'; response: LogPage } | Refusal;
export type LogHeadsOutcome = { kind: 'answered'; response: LogHeads } | Refusal;
export type OpenedOutcome = { kind: 'answered'; response: OpenedResponse } | Refusal;
export type SlipsOutcome = { kind: 'answered'; response: SlipsResponse } | Refusal;
export type CodeOutcome = { kind: 'answered'; response: CodeResponse } | Refusal;
export type DeviceActOutcome = { kind: 'answered'; response: DeviceActResponse } | Refusal;
/** `session`: of the office, what its cookie is to hold. */
export type EnrolOutcome = { kind: 'answered'; response: EnrolResponse; session?: string } | Refusal;
/** `session`: what the cookie is to hold from now on; null = nothing any more; left out = as before. */
export type SessionOutcome<Response> =
  | { kind: 'answered'; response: Response; session?: string | null }
  | Refusal;

/** An upload to go on with at its offset, or what became of a picture that had come before. */
export type BeginUploadOutcome =
  | { kind: 'begun'; uploadId: string; offset: number }
  | { kind: 'known'; state: FileState }
  | Refusal;
/** `reply` = as tus words it. */
export type ReceiveOutcome = { kind: 'replied'; reply: Response } | Refusal;
export type ReadPhotoOutcome = { kind: 'photo'; bytes: Uint8Array<ArrayBuffer>; type: string } | Refusal;
