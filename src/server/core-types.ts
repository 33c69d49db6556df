/** What the core offers to routes and to the admin tool. */
import type { BoardExemplar, BoardFacts } from '#domain/board/facts.ts';
import type { OpenDocument } from '#domain/open-data/document.ts';
import type { CodeRequest, DeviceActRequest } from '#protocol/devices.ts';
import type { EnrolRequest, PublicJwk } from '#protocol/enrol.ts';
import type { DeviceReport, ExchangeRequest } from '#protocol/exchange.ts';
import type { FeedbackRequest, FeedbackState } from '#protocol/feedback.ts';
import type { OpenedRequest } from '#protocol/opened.ts';
import type { Binding, Role } from '#protocol/policy-roles.ts';
import type { Hello, PublicCampaign, ReceiptState } from '#protocol/public.ts';
import type { RekeyRequest } from '#protocol/rekey.ts';
import type { SlipsRequest } from '#protocol/slips.ts';
import type { LogRequest } from './audit/read-log.ts';
import type { BackupCommands } from './backup/backups.ts';
import type { FeedbackOutcome } from './feedback.ts';
import type {
  CodeOutcome,
  DeviceActOutcome,
  ExchangeOutcome,
  LogHeadsOutcome,
  LogOutcome,
  OpenedOutcome,
  SlipsOutcome,
  EnrolOutcome,
  BeginUploadOutcome,
  ReceiveOutcome,
  ReadPhotoOutcome,
} from './outcomes.ts';
import type { RescueCommands } from './rescue/rescues.ts';
import type { Carried } from './session/carried.ts';
import type { SessionCommands } from './session/commands.ts';
import type { VerifyReport } from './verify/report.ts';

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
  /** It came by a sent link and has no yes; with `revokedAt`: it was declined. */
  pendingSince?: number;
  /** A helper's phone serves until then. */
  expiresAt?: number;
  /** `succeeded`, `successor` or `forked`: an officer should look. */
  flag?: string;
  /** Device whose place it took. */
  succeeds?: string;
  report?: DeviceReport;
}

export interface ServerCore extends BackupCommands, RescueCommands, SessionCommands {
  readonly communeId: string;
  readonly communeJwk: PublicJwk;
  /**
   * `bodyHash`: SHA-256 of the decoded body, base64url; `request`: that body, parsed. `carried`, here and below: an
   * officer's session; without it a device of the office is asked to sign in.
   */
  exchange(
    proof: string,
    bodyHash: string,
    request: ExchangeRequest,
    carried?: Carried,
  ): Promise<ExchangeOutcome>;
  /** `address`: the caller's network address, kept as a hash, and only after a wrong typed code. */
  enrol(proof: string, bodyHash: string, request: EnrolRequest, address: string): Promise<EnrolOutcome>;
  /** A key the old one vouches for; `proof` is by the new one. */
  rekey(proof: string, bodyHash: string, request: RekeyRequest): Promise<EnrolOutcome>;
  /** New slips for households of the device's own; their earlier ones that nobody redeemed stop working. */
  issueSlips(
    proof: string,
    bodyHash: string,
    request: SlipsRequest,
    carried?: Carried,
  ): Promise<SlipsOutcome>;
  /** A code or link for a hamlet's or unit's people, made on the device's own screen. */
  issueCode(proof: string, bodyHash: string, request: CodeRequest, carried?: Carried): Promise<CodeOutcome>;
  /** The officer's, or a head's, word on somebody's device. */
  actOnDevice(
    proof: string,
    bodyHash: string,
    request: DeviceActRequest,
    carried?: Carried,
  ): Promise<DeviceActOutcome>;
  /** `bytes`: length of the picture whose SHA-256 is `photoId`. */
  beginUpload(proof: string, picture: { photoId: string; bytes: number }): Promise<BeginUploadOutcome>;
  /** `request`: HEAD or PATCH as tus 1.0 has them; whoever knows the id may send. */
  receiveUpload(uploadId: string, request: Request): Promise<ReceiveOutcome>;
  readPhoto(
    proof: string,
    photo: { photoId: string; size: 'full' | 'thumb'; method: 'GET' | 'HEAD'; carried?: Carried },
  ): Promise<ReadPhotoOutcome>;
  hello(): Promise<Hello>;
  publicCampaign(): Promise<PublicCampaign>;
  receiptState(code: string): Promise<ReceiptState | null>;
  takeFeedback(request: FeedbackRequest, address: string): Promise<FeedbackOutcome>;
  feedbackState(code: string): Promise<FeedbackState | null>;
  readLog(proof: string, request: LogRequest): Promise<LogOutcome>;
  readLogHeads(proof: string, method: 'GET' | 'HEAD', carried?: Carried): Promise<LogHeadsOutcome>;
  /** Forms that were opened on a machine of the office, for the log. */
  noteOpened(
    proof: string,
    bodyHash: string,
    request: OpenedRequest,
    carried?: Carried,
  ): Promise<OpenedOutcome>;
  /** What the public board tells: the same object until something has changed; null before there is a campaign. */
  board(): Promise<BoardFacts | null>;
  /** A picture the board tells of (`BoardExemplar`); null when its bytes are not there. */
  boardPhoto(
    photo: NonNullable<BoardExemplar['photo']>,
  ): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null>;
  /** A release of open data, as it was put out; null when there is none of this number. */
  openRelease(number: number): Promise<OpenDocument | null>;
  /** Does the store answer? */
  ready(): Promise<boolean>;

  createEnrolCode(request: EnrolCodeRequest): Promise<IssueOutcome>;
  /** `household`: id or human code ("DM-001"). */
  createSlip(household: string): Promise<IssueOutcome>;
  /** Three fresh links (officer, a hamlet head, a household slip) while no device is enrolled; otherwise none. */
  firstLinks(): Promise<IssuedCode[]>;
  listDevices(): Promise<DeviceSummary[]>;
  revoke(deviceId: string): Promise<'revoked' | 'alreadyRevoked' | 'unknownDevice'>;
  /** Judges what an earlier build set aside for lack of understanding; how many have another verdict now. */
  judgeAgain(): Promise<number>;
  verify(): Promise<VerifyReport>;
  /** A synthetic commune part-way through its campaign, the same for the same seed; returns counts by name. */
  seedDemo(options: {
    households: number;
    seed: number;
    reviewed?: boolean;
  }): Promise<Record<string, number>>;
  close(): Promise<void>;
}
