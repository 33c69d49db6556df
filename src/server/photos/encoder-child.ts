/** One decoding process from its parent's side: started, given one picture at a time, killed when it is too much. */
import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { isLook } from '#domain/trust/photo-look.ts';
import { z } from '#domain/zod.ts';
import { PHOTO_BYTES_MAX, PHOTO_EDGE_MAX, photoFaultSchema } from '#protocol/photo.ts';
import type { PictureOutcome } from './encode-picture.ts';
import { isJpeg, isWebp } from './picture-kinds.ts';
import { THUMB_BYTES_MAX } from './stored-kinds.ts';

export interface ChildLimits {
  /** The program it runs. */
  entry: URL;
  /** For one picture. */
  timeMs: number;
  /** Of its resident memory, as the system counts it. */
  memoryBytes: number;
}

/** What one picture came to; `lost` = the process died over it, or had to be killed. */
export type Attempt = { kind: 'answered'; outcome: PictureOutcome } | { kind: 'lost' };

export interface EncoderChild {
  /** False when it cannot be had now: the machine is short of processes or memory. */
  ready(): Promise<boolean>;
  /** One at a time. */
  encode(bytes: Uint8Array): Promise<Attempt>;
  alive(): boolean;
  end(): Promise<void>;
}

const MEMORY_LOOK_MS = 50;
const READY_MS = 20_000;

const edge = z.int().check(z.gte(1), z.lte(PHOTO_EDGE_MAX));
/** The other side has met strangers' bytes: what it says is checked like theirs. */
const outcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('encoded'),
    full: z
      .instanceof(Uint8Array)
      .check(z.refine((bytes) => isJpeg(bytes) && bytes.byteLength <= PHOTO_BYTES_MAX)),
    w: edge,
    h: edge,
    thumb: z
      .instanceof(Uint8Array)
      .check(z.refine((bytes) => isWebp(bytes) && bytes.byteLength <= THUMB_BYTES_MAX)),
    look: z.string().check(z.refine((look) => look === '' || isLook(look))),
  }),
  z.strictObject({ kind: z.literal('refused'), fault: photoFaultSchema }),
]);
const readySchema = z.strictObject({ kind: z.literal('ready') });

/** Null where the system does not tell: then time alone is the bound. */
async function residentBytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

export function startEncoderChild({ entry, timeMs, memoryBytes }: ChildLimits): EncoderChild {
  const child: ChildProcess = fork(entry, {
    // Nothing of the server's environment: it may hold the address of a database.
    env: {},
    execArgv: ['--max-old-space-size=128'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let isAlive = true;
  const ended = new Promise<void>((resolve) => {
    const over = (): void => {
      isAlive = false;
      resolve();
    };
    child.once('exit', over);
    // It could not be started, or not be spoken to: either way it is no use.
    child.on('error', () => {
      child.kill('SIGKILL');
      over();
    });
  });

  /** What it says next, if it says so within the bounds; otherwise it is killed. */
  const nextWord = async (withinMs: number): Promise<unknown> => {
    const said = new Promise<unknown>((resolve) => child.once('message', resolve));
    const kill = (): void => void child.kill('SIGKILL');
    const late = setTimeout(kill, withinMs);
    const look = setInterval(() => {
      void residentBytes(child.pid ?? 0).then((bytes) => {
        if (bytes !== null && bytes > memoryBytes) kill();
      });
    }, MEMORY_LOOK_MS);
    try {
      return await Promise.race([said, ended]);
    } finally {
      clearTimeout(late);
      clearInterval(look);
    }
  };

  // Begun at once: what it says may come before anybody asks.
  const readiness = nextWord(READY_MS).then((word) => readySchema.safeParse(word).success && isAlive);

  return {
    ready: () => readiness,
    encode: async (bytes) => {
      const answer = nextWord(timeMs);
      child.send(bytes, (error) => {
        if (error !== null) child.kill('SIGKILL');
      });
      const outcome = outcomeSchema.safeParse(await answer);
      if (outcome.success) return { kind: 'answered', outcome: outcome.data };
      child.kill('SIGKILL');
      return { kind: 'lost' };
    },
    alive: () => isAlive,
    end: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
