/** A phone that never stops sending: it goes on from where the servers say it is. */
import { setTimeout as pause } from 'node:timers/promises';
import { isFinal } from '#protocol/exchange.ts';
import type { Intent } from '#protocol/operation.ts';
import { household } from '../../server/core/sending.ts';
import { submitIntent } from '../../server/core/makers.ts';
import { problemCodeOf, type Door, type SigningDevice } from '../../support/signing-device.ts';

const BACK_OFF_MS = 10;
const BATCH_MAX = 4;

export type Pick = (below: number) => number;

export interface Sent {
  opId: string;
  kind: Intent['kind'];
  text: string;
}

export class Sender {
  readonly phone: SigningDevice;
  readonly sealed: Sent[] = [];
  /** As far as a server ever told it that the commune holds its operations. */
  acknowledged = 0;
  /** Answers that took back what an earlier one had said. */
  readonly broken: string[] = [];
  readonly #doors: readonly Door[];
  readonly #pick: Pick;

  constructor(phone: SigningDevice, doors: readonly Door[], pick: Pick) {
    this.phone = phone;
    this.#doors = doors;
    this.#pick = pick;
  }

  get assessmentId(): string {
    return this.phone.enrolment?.assessmentId ?? '';
  }

  #intent(): Intent {
    const { assessmentId } = this;
    const binding = this.phone.enrolment?.binding;
    const hamlet = binding?.kind === 'hamlet' ? binding.id : '';
    switch (this.#pick(6)) {
      case 0:
        return submitIntent(assessmentId, 'hamlet');
      case 1:
        return household(this.phone.newId(), hamlet);
      default:
        return { kind: 'comment.add', args: { assessmentId, text: `câu ${this.sealed.length}` } };
    }
  }

  /** Seals some more, so that there is something to send. */
  seal(count: number): void {
    for (let index = 0; index < count; index++) {
      const intent = this.#intent();
      const text = this.phone.seal(intent);
      const { opId }: { opId: string } = JSON.parse(text);
      this.sealed.push({ opId, kind: intent.kind, text });
    }
  }

  /** Sends what waits. @returns true when it was answered */
  async send(): Promise<boolean> {
    const { phone } = this;
    const size = 1 + this.#pick(BATCH_MAX);
    const waiting = this.sealed.slice(phone.lastSeq, phone.lastSeq + size).map(({ text }) => text);
    // Another process every time: what one of them knows the others must know at once.
    const door = this.#doors[this.#pick(this.#doors.length)];
    if (door === undefined) throw new Error('no server');
    try {
      const reply = await phone.exchange(door, waiting);
      if (reply.value === null) return await this.#refused(reply.text);
      for (const { verdict, code } of reply.value.results)
        if (isFinal(verdict) && verdict !== 'applied') this.broken.push(`${verdict} ${code ?? ''}`);
      if (phone.lastSeq < this.acknowledged)
        this.broken.push(`fell back from ${this.acknowledged} to ${phone.lastSeq}`);
      this.acknowledged = Math.max(this.acknowledged, phone.lastSeq);
      return true;
    } catch (error) {
      // What fetch says of a server that is gone, or goes in the middle.
      if (!(error instanceof TypeError)) throw error;
      await pause(BACK_OFF_MS);
      return false;
    }
  }

  async #refused(text: string): Promise<boolean> {
    const code = problemCodeOf(text);
    const { challenge }: { challenge?: string } = JSON.parse(text);
    if (challenge !== undefined) this.phone.challenge = challenge;
    if (code !== 'stale-challenge' && code !== 'busy') this.broken.push(`refused ${code}`);
    if (code === 'busy') await pause(BACK_OFF_MS);
    return false;
  }
}
