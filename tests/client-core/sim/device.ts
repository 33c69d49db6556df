/** One simulated phone: the real store core, sealer and exchange over a line that does what the schedule says. */
import { createMemoryStore } from '#client/db/memory-store.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import { textOf } from '#client/db/registers.ts';
import { createBudget } from '#client/sync/budget.ts';
import { exchangeOnce, type ExchangeContext } from '#client/sync/exchange-once.ts';
import { seal, type SealContext } from '#client/sync/seal.ts';
import { sealDrafts } from '#client/sync/seal-drafts.ts';
import type { Reply, Transport } from '#client/sync/transport.ts';
import type { Identity } from '#client/db/model.ts';
import type { ExchangeRequest, ExchangeResponse } from '#protocol/exchange.ts';
import { receiptClaimsSchema, type ReceiptClaims } from '#protocol/receipt.ts';
import { aDraft, handClock, seededChance } from '../makers.ts';
import { plantedStore, type Planted } from './planted.ts';
import { COMMUNE, type ModelServer } from './model-server.ts';

export type SimLuck = 'fine' | 'loseRequest' | 'loseReply' | 'twice' | 'late' | 'portal' | 'crash';

const readClaims = async (receipt: string): Promise<ReceiptClaims | null> => {
  try {
    const parsed = receiptClaimsSchema.safeParse(JSON.parse(receipt));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

class Crash extends Error {}

export class SimDevice {
  readonly id: string;
  readonly store: EngineStore;
  readonly clock = handClock();
  /** Values this phone's person has had before their eyes. */
  readonly seen = new Set<string>();
  private readonly server: ModelServer;
  private readonly planted: Planted;
  private readonly context: SealContext;
  private readonly late: (() => void)[] = [];
  private readonly identity: Identity;
  private typed: number;

  constructor(index: number, server: ModelServer, keys: Identity['keys'], planted: Planted) {
    this.id = `device-${index}`.padEnd(43, 'x');
    this.typed = index * 1000;
    this.server = server;
    this.planted = planted;
    this.store = plantedStore(createMemoryStore(), planted);
    this.context = {
      store: this.store,
      clock: this.clock,
      chance: seededChance(index + 7),
      by: 'hamletHead',
    };
    this.identity = { deviceId: this.id, keys, jwk: { kty: 'EC', crv: 'P-256', x: this.id, y: this.id } };
  }

  async enrol(): Promise<void> {
    await this.store.keepIdentity(this.identity);
    const { jwk: communeJwk } = this.identity;
    await this.store.keepEnrolment({
      communeJwk,
      epoch: this.server.life.epoch,
      challenge: this.server.enrol(this.id),
    });
    await this.store.saveDraft(
      aDraft({ id: this.server.assessmentId, assessmentId: this.server.assessmentId }),
      undefined,
    );
  }

  /** A person types a number nobody typed before. */
  async type(field: string): Promise<void> {
    const draft = await this.store.draft(this.server.assessmentId);
    if (draft === undefined) throw new Error('no draft');
    this.typed += 1;
    const next = {
      ...draft,
      answers: { ...draft.answers, [field]: this.typed },
      updatedAt: draft.updatedAt + 1,
    };
    await this.store.saveDraft(next, draft.answers);
    this.clock.turn(1000);
  }

  async comment(text: string): Promise<void> {
    const { assessmentId } = this.server;
    await seal(this.context, async () => ({ intent: { kind: 'comment.add', args: { assessmentId, text } } }));
  }

  async submit(): Promise<void> {
    const args = {
      assessmentId: this.server.assessmentId,
      criteriaSet: 'hamlet@1',
      snapshot: {},
      bases: {},
      photos: [],
      selfScore: 0,
      signedOffBy: '',
    };
    await seal(this.context, async () => ({ intent: { kind: 'assessment.submit', args } }));
  }

  /** What the network still holds arrives now. */
  deliverLate(): void {
    for (const deliver of this.late.splice(0)) deliver();
  }

  private transport(lucks: SimLuck[]): Transport {
    const answer = (
      request: ExchangeRequest,
      counter: number,
      challenge: string,
    ): Reply<ExchangeResponse> => {
      const standing = { counter, challenge, lastSeq: 0, chain: '' };
      const send = (): Reply<ExchangeResponse> => this.server.handle(this.id, request, standing);
      const lost: Reply<ExchangeResponse> = { kind: 'unreachable', reason: 'noNetwork' };
      switch (lucks.shift() ?? 'fine') {
        case 'loseRequest':
          return lost;
        case 'loseReply':
          send();
          return lost;
        case 'crash':
          send();
          throw new Crash('the page was killed');
        case 'twice': {
          const first = send();
          send();
          return first;
        }
        case 'late':
          this.late.push(() => void send());
          return lost;
        case 'portal':
          return this.planted === 'trustAny200'
            ? this.believed(request)
            : { kind: 'unreachable', reason: 'captivePortal' };
        case 'fine':
          return send();
      }
    };
    return {
      exchange: async (request, { counter, challenge }) => answer(request, counter, challenge),
      enrol: () => Promise.reject(new Error('enrolled already')),
      read: () => Promise.reject(new Error('not asked')),
    };
  }

  /** What a client that trusts HTTP 200 makes of a portal's page. */
  private believed(request: ExchangeRequest): Reply<ExchangeResponse> {
    const lastSeq = request.firstSeq + request.ops.length - 1;
    const value: ExchangeResponse = {
      v: 1,
      nonce: request.nonce,
      epoch: request.epoch,
      time: 0,
      challenge: '',
      lastSeq,
      chain: this.believedChain,
      safeSeq: 0,
      results: request.ops.map(() => ({ verdict: 'applied' })),
      rows: [],
      cursors: {},
      more: false,
      evict: [],
      reset: [],
      receipt: JSON.stringify({
        commune: COMMUNE,
        device: this.id,
        lastSeq,
        chain: this.believedChain,
        epoch: request.epoch,
        time: 0,
        auditHead: this.believedChain,
      }),
    };
    return { kind: 'answered', value };
  }
  private believedChain = '';

  /** One wake-up; a crash leaves the store as it was at that moment. */
  async exchange(lucks: SimLuck[], opBytes: number): Promise<void> {
    const context: ExchangeContext = {
      store: this.store,
      transport: this.transport(lucks),
      clock: this.clock,
      chance: this.context.chance,
      budget: { ...createBudget(), bytes: () => opBytes },
      identity: this.identity,
      communeId: COMMUNE,
      readReceipt: readClaims,
      device: async () => ({ persisted: true, build: 'sim' }),
    };
    try {
      for (let round = 0; round < 60; round++) {
        await sealDrafts(this.context);
        this.believedChain = (await this.store.state()).lastChain;
        const outcome = await exchangeOnce(context);
        await this.look();
        if (outcome.kind !== 'settled' || outcome.isDone) return;
      }
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }

  async hasUnsealed(): Promise<boolean> {
    const draft = await this.store.draft(this.server.assessmentId);
    return Object.entries(draft?.answers ?? {}).some(
      ([field, value]) => draft?.sealed[field] !== textOf(value),
    );
  }

  /** What the open form shows is seen. */
  private async look(): Promise<void> {
    const draft = await this.store.draft(this.server.assessmentId);
    for (const [field, value] of Object.entries(draft?.answers ?? {}))
      this.seen.add(`${field}=${textOf(value)}`);
  }
}
