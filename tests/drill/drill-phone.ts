/** A phone of the drill: it works on by itself, remembers all it was ever told was received, and gives back what is asked. */
import { setTimeout as pause } from 'node:timers/promises';
import { hashText, nextChain, CHAIN_START } from '#protocol/hash.ts';
import { problemCodeOf, SigningDevice, type Door } from '../support/signing-device.ts';
import { submitIntent } from '../server/core/makers.ts';
import { addIntent, sendPicture } from '../server/photos/photo-kit.ts';
import { aJpeg, hashOf } from '../server/photos/pictures.ts';

const OPS_A_TIME = 20;
const PICTURE_TRIES = 100;
const PICTURE_WAIT_MS = 100;

interface Sealed {
  opId: string;
  text: string;
  hash: string;
  /** The picture of a `photo.add`. */
  picture?: Uint8Array;
}

export class DrillPhone {
  readonly device: SigningDevice;
  readonly sealed: Sealed[] = [];
  acknowledged = 0;
  safeSeq = 0;
  /** Hashes of pictures the commune said it keeps. */
  readonly stored = new Set<string>();
  readonly #door: Door;

  private constructor(device: SigningDevice, door: Door) {
    this.device = device;
    this.#door = door;
  }

  static async enrol(door: Door, code: string): Promise<DrillPhone> {
    const device = await SigningDevice.make();
    const reply = await device.enrol(door, code);
    if (reply.value === null) throw new Error(`not enrolled: ${reply.text}`);
    return new DrillPhone(device, door);
  }

  async #seal(text: string, picture?: Uint8Array): Promise<void> {
    const { opId }: { opId: string } = JSON.parse(text);
    const hash = await hashText(text);
    this.sealed.push({ opId, text, hash, ...(picture !== undefined && { picture }) });
  }

  /** Seals what a day brings: comments, now and then the sheet, now and then a photo. */
  async work(turn: number): Promise<void> {
    const assessmentId = this.device.enrolment?.assessmentId ?? '';
    if (turn % 4 === 1) await this.#seal(this.device.seal(submitIntent(assessmentId, 'hamlet')));
    else if (turn % 8 === 3) {
      const picture = await aJpeg(turn * 100 + this.device.id.charCodeAt(0), 96, 72);
      await this.#seal(this.device.seal(addIntent(this.device, picture)), picture);
    } else {
      const text = `Việc thứ ${turn}`;
      await this.#seal(this.device.seal({ kind: 'comment.add', args: { assessmentId, text } }));
    }
  }

  /** Sends until the commune has all; goes back to where it says. The connection may break off: then later. */
  async send(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const waiting = this.sealed.slice(this.device.lastSeq, this.device.lastSeq + OPS_A_TIME);
      const reply = await this.device.exchange(
        this.#door,
        waiting.map(({ text }) => text),
      );
      if (reply.value === null) {
        if (problemCodeOf(reply.text) !== 'stale-challenge') throw new Error(reply.text);
        const { challenge }: { challenge: string } = JSON.parse(reply.text);
        this.device.challenge = challenge;
        continue;
      }
      this.acknowledged = reply.value.lastSeq;
      this.safeSeq = reply.value.safeSeq;
      if (reply.value.lastSeq === this.sealed.length) return;
    }
    throw new Error('the commune never had it all');
  }

  /** The pictures of what it sent, until the commune keeps each; those it has already are not sent again. */
  async sendPictures(): Promise<void> {
    for (const { picture } of this.sealed.slice(0, this.acknowledged))
      if (picture !== undefined) await this.#sendPicture(picture);
  }

  async #sendPicture(picture: Uint8Array): Promise<void> {
    let told = '';
    for (let tries = 0; tries < PICTURE_TRIES; tries++) {
      if (this.stored.has(hashOf(picture))) return;
      const { status, code } = await sendPicture({ door: this.#door }, this.device, picture);
      told = `${status} ${code}`;
      if (status === 200 || status === 204) this.stored.add(hashOf(picture));
      // Others are being encoded.
      else await pause(PICTURE_WAIT_MS);
    }
    throw new Error(`the commune never kept the picture (${told})`);
  }

  /** Chain over its first `count` operations. */
  async chainOf(count: number): Promise<string> {
    let chain = CHAIN_START;
    for (const { hash } of this.sealed.slice(0, count)) chain = await nextChain(chain, hash);
    return chain;
  }
}
