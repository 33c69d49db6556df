/**
 * The commune as `protocol.md` §4-§5 describes it, in a hundred lines and nothing else: a second opinion for the phone's
 * engine, independent of the real server.
 */
import { createHash } from 'node:crypto';
import type { Answer } from '#domain/answers.ts';
import type { ExchangeRequest, ExchangeResponse, FeedRow, Result } from '#protocol/exchange.ts';
import { CHAIN_START } from '#protocol/hash.ts';
import { operationSchema, type Operation } from '#protocol/operation.ts';
import type { Problem } from '#protocol/problem.ts';
import type { Standing } from '#client/sync/transport.ts';

export const COMMUNE = 'binh-thuan';
export const SCOPE = 'hamlet:h1';

interface Device {
  lastSeq: number;
  chain: string;
  counter: number;
  presented: string;
  issued: string;
}
interface Life {
  epoch: string;
  rev: number;
  devices: Map<string, Device>;
  /** By opId. */
  log: Map<string, { hash: string; result: Result; times: number }>;
  registers: Map<string, Map<string, { value: Answer | undefined; dead: boolean }>>;
  rowRev: number;
}

const digest = (...parts: Buffer[]): string =>
  createHash('sha256').update(Buffer.concat(parts)).digest('base64url');
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
const epochOf = (life: number): string => `00000000-0000-4000-8000-${String(life).padStart(12, '0')}`;

export type ModelReply =
  | { kind: 'answered'; value: ExchangeResponse }
  | { kind: 'refused'; problem: Problem };

const refuse = (code: Problem['code'], more: Partial<Problem> = {}): ModelReply => ({
  kind: 'refused',
  problem: { type: 'about:blank', title: code, status: 400, code, ...more },
});

export class ModelServer {
  assessmentId: string;
  life: Life = {
    epoch: epochOf(1),
    rev: 0,
    devices: new Map(),
    log: new Map(),
    registers: new Map(),
    rowRev: 0,
  };
  /** Every opId that was ever committed, in any life. */
  everCommitted = new Set<string>();
  /** Register writes that took effect: what they replaced. */
  replaced: { by: string; version: string; field: string }[] = [];
  isBusy = false;
  private backup: Life | undefined;
  private lives = 1;
  private challenges = 0;

  constructor(assessmentId: string) {
    this.assessmentId = assessmentId;
  }

  enrol(deviceId: string): string {
    const issued = this.newChallenge();
    this.life.devices.set(deviceId, { lastSeq: 0, chain: CHAIN_START, counter: 0, presented: '', issued });
    return issued;
  }

  takeBackup(): void {
    this.backup = structuredClone(this.life);
  }

  /** From the last backup, under a new epoch; devices enrolled since stay (their journal is beside the database). */
  restore(): void {
    if (this.backup === undefined) return;
    const known = [...this.life.devices.keys()];
    this.life = { ...structuredClone(this.backup), epoch: epochOf(++this.lives) };
    for (const id of known) if (!this.life.devices.has(id)) this.enrol(id);
  }

  private newChallenge(): string {
    return String(++this.challenges).padStart(22, 'c');
  }

  private writeRegisters(operation: Operation, opId: string): void {
    if (operation.kind !== 'answers.save') return;
    for (const [field, { value, bases }] of Object.entries(operation.args.changes)) {
      const versions =
        this.life.registers.get(field) ?? new Map<string, { value: Answer | undefined; dead: boolean }>();
      const isDead = versions.get(opId)?.dead === true;
      for (const base of bases) {
        const old = versions.get(base);
        if (old?.dead === false) this.replaced.push({ by: opId, version: base, field });
        versions.set(base, { value: old?.value, dead: true });
      }
      versions.set(opId, { value, dead: isDead });
      this.life.registers.set(field, versions);
    }
    this.life.rowRev = ++this.life.rev;
  }

  private take(text: string, hash: string): Result {
    const operation = operationSchema.parse(JSON.parse(text));
    const known = this.life.log.get(operation.opId);
    if (known !== undefined)
      return known.hash === hash ? known.result : { verdict: 'quarantined', code: 'OP_ID_REUSED' };
    const result: Result = { verdict: 'applied', rev: ++this.life.rev };
    this.life.log.set(operation.opId, { hash, result, times: 1 });
    this.writeRegisters(operation, operation.opId);
    this.everCommitted.add(operation.opId);
    return result;
  }

  private rows(request: ExchangeRequest): FeedRow[] {
    const cursor = request.epoch === this.life.epoch ? (request.pull.cursors[SCOPE] ?? 0) : 0;
    if (request.pull.maxBytes === 0 || this.life.rowRev <= cursor) return [];
    return [
      {
        scope: SCOPE,
        entity: 'answers',
        id: this.assessmentId,
        rev: this.life.rowRev,
        value: this.answersRow(),
      },
    ];
  }

  answersRow() {
    const fields = [...this.life.registers].map(([field, versions]) => [
      field,
      [...versions]
        .filter(([, { dead }]) => !dead)
        .map(([opId, { value }]) => (value === undefined ? { opId } : { opId, value })),
    ]);
    return { assessmentId: this.assessmentId, fields: Object.fromEntries(fields) };
  }

  handle(deviceId: string, request: ExchangeRequest, standing: Standing): ModelReply {
    if (this.isBusy) return refuse('busy', { retryAfter: 1 });
    const device = this.life.devices.get(deviceId);
    if (device === undefined) return refuse('device-unknown');
    if (standing.counter <= device.counter) return refuse('proof-replayed');
    device.counter = standing.counter;
    const challenge = this.newChallenge();
    if (standing.challenge !== device.issued && standing.challenge !== device.presented) {
      device.issued = challenge;
      return refuse('stale-challenge', { challenge });
    }
    device.presented = standing.challenge;
    device.issued = challenge;
    const results: Result[] = [];
    for (const [index, text] of request.ops.entries()) {
      const seq = request.firstSeq + index;
      if (seq > device.lastSeq + 1) break;
      const hash = digest(Buffer.from(text));
      results.push(this.take(text, hash));
      if (seq <= device.lastSeq) continue;
      device.lastSeq = seq;
      device.chain = digest(bytes(device.chain), bytes(hash));
    }
    const { lastSeq, chain } = device;
    const { epoch, rev } = this.life;
    const claims = {
      commune: COMMUNE,
      device: deviceId,
      lastSeq,
      chain,
      epoch,
      time: 0,
      auditHead: CHAIN_START,
    };
    const cursor =
      request.pull.maxBytes > 0 ? rev : epoch === request.epoch ? (request.pull.cursors[SCOPE] ?? 0) : 0;
    return {
      kind: 'answered',
      value: {
        v: 1,
        nonce: request.nonce,
        epoch,
        time: 0,
        challenge,
        lastSeq,
        chain,
        safeSeq: 0,
        results,
        rows: this.rows(request),
        cursors: { [SCOPE]: cursor },
        more: request.pull.maxBytes === 0 && rev > cursor,
        evict: [],
        reset: [],
        receipt: JSON.stringify(claims),
      },
    };
  }
}
