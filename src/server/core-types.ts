/** What the core offers to routes and to the admin tool. */
import type { EnrolRequest, EnrolResponse, PublicJwk } from '#protocol/enrol.ts';
import type { DeviceReport, ExchangeRequest, ExchangeResponse } from '#protocol/exchange.ts';
import type { Binding, Role } from '#protocol/policy-roles.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import type { Hello, PublicCampaign, ReceiptState } from '#protocol/public.ts';
import type { VerifyReport } from './verify.ts';

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
export type EnrolOutcome = { kind: 'answered'; response: EnrolResponse } | Refusal;

/** A new code in its three forms. Only hashes are kept: this is the one moment it can be shown. */
export interface IssuedCode {
  kind: 'issued';
  role: Role;
  binding: Binding;
  /** "Xóm Đầm Mụ", "Gia đình Nguyễn Văn An" … */
  title: string;
  /** What the link's fragment carries; the link is `<origin><path>#<fragment>`. */
  path: '/ghep' | '/p';
  fragment: string;
  /** Ten characters for reading aloud. */
  typed: string;
  /** Epoch ms; absent = until the campaign ends. */
  expiresAt?: number;
  householdCode?: string;
}
export type IssueOutcome = IssuedCode | { kind: 'unknownSubject' };

export interface EnrolCodeRequest {
  role: Exclude<Role, 'household'>;
  /** Id, code, or name of the hamlet or unit; left out for the office. */
  subject?: string;
  /** Name of the person the code is for, where it is known. */
  personName?: string;
  ttlMs: number;
}

export interface DeviceSummary {
  deviceId: string;
  role: Role;
  binding: Binding;
  title: string;
  label: string;
  lastSeq: number;
  enrolledAt: number;
  seenAt: number;
  revokedAt?: number;
  report?: DeviceReport;
}

export interface ServerCore {
  readonly communeId: string;
  readonly communeJwk: PublicJwk;
  /** `bodyHash`: SHA-256 of the decoded body, base64url; `request`: that body, parsed. */
  exchange(proof: string, bodyHash: string, request: ExchangeRequest): Promise<ExchangeOutcome>;
  /** `address`: the caller's network address, kept as a hash, and only after a wrong typed code. */
  enrol(proof: string, bodyHash: string, request: EnrolRequest, address: string): Promise<EnrolOutcome>;
  hello(): Promise<Hello>;
  publicCampaign(): Promise<PublicCampaign>;
  receiptState(code: string): Promise<ReceiptState | null>;
  /** Does the store answer? */
  ready(): Promise<boolean>;

  createEnrolCode(request: EnrolCodeRequest): Promise<IssueOutcome>;
  /** `household`: id or human code ("DM-001"). */
  createSlip(household: string): Promise<IssueOutcome>;
  /** Three fresh links (officer, a hamlet head, a household slip) while no device is enrolled; otherwise none. */
  firstLinks(): Promise<IssuedCode[]>;
  listDevices(): Promise<DeviceSummary[]>;
  revoke(deviceId: string): Promise<'revoked' | 'alreadyRevoked' | 'unknownDevice'>;
  verify(): Promise<VerifyReport>;
  /** A synthetic commune part-way through its campaign, the same for the same seed; returns counts by name. */
  seedDemo(options: { households: number; seed: number }): Promise<Record<string, number>>;
  close(): Promise<void>;
}
