/** A disk that forgets: what was written and not yet flushed may be gone after a power cut, in whole or in parts. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Call } from './recording.ts';

/** What a disk writes at once, whole or not at all. */
const SECTOR = 512;

type Change = Extract<Call, { kind: 'write' | 'truncate' }>;
type Entry = Extract<Call, { kind: 'create' | 'remove' }>;

/** A write as its sectors, which reach the disk each by itself. */
const sectorsOf = (change: Change): Change[] => {
  if (change.kind !== 'write') return [change];
  const parts: Change[] = [];
  for (let from = 0; from < change.bytes.length;) {
    const to = Math.min(change.bytes.length, from + SECTOR - ((change.at + from) % SECTOR));
    parts.push({ ...change, at: change.at + from, bytes: change.bytes.subarray(from, to) });
    from = to;
  }
  return parts;
};

function applied(content: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') {
    const cut = Buffer.alloc(change.size);
    content.copy(cut, 0, 0, Math.min(content.length, change.size));
    return cut;
  }
  const end = change.at + change.bytes.length;
  let grown = content;
  if (end > content.length) {
    grown = Buffer.alloc(end);
    content.copy(grown);
  }
  change.bytes.copy(grown, change.at);
  return grown;
}

export class ForgetfulDisk {
  /** What a cut leaves for certain: contents of files, and which names the folder has. */
  readonly #contents = new Map<string, Buffer>();
  readonly #names = new Set<string>();
  #changes: Change[] = [];
  #entries: Entry[] = [];

  take(call: Call): void {
    if (call.kind === 'write' || call.kind === 'truncate') this.#changes.push(call);
    else if (call.kind === 'create' || call.kind === 'remove') this.#entries.push(call);
    else if (call.kind === 'sync' && call.file === '') {
      for (const entry of this.#entries) this.#enter(entry, this.#names, this.#contents);
      this.#entries = [];
    } else if (call.kind === 'sync') {
      for (const change of this.#changes) if (change.file === call.file) this.#change(change, this.#contents);
      this.#changes = this.#changes.filter(({ file }) => file !== call.file);
    }
  }

  #change(change: Change, contents: Map<string, Buffer>): void {
    contents.set(change.file, applied(contents.get(change.file) ?? Buffer.alloc(0), change));
  }

  #enter({ kind, file }: Entry, names: Set<string>, contents: Map<string, Buffer>): void {
    if (kind === 'create') names.add(file);
    else {
      names.delete(file);
      contents.delete(file);
    }
  }

  /**
   * Writes the files as a cut now would leave them. `survives` is asked for every sector and name that was not flushed;
   * left out, none does.
   */
  leave(folder: string, survives: () => boolean = () => false): void {
    const names = new Set(this.#names);
    const contents = new Map([...this.#contents].map(([file, bytes]) => [file, Buffer.from(bytes)]));
    for (const change of this.#changes.flatMap(sectorsOf)) if (survives()) this.#change(change, contents);
    for (const entry of this.#entries) if (survives()) this.#enter(entry, names, contents);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of names) writeFileSync(join(folder, file), contents.get(file) ?? Buffer.alloc(0));
  }
}
