/** What a chosen file is, by its first bytes: names and types lie, and a Word file deserves its own sentence. Pure. */
export type FileKind = 'pdf' | 'word' | 'other';

/** A PDF may begin with some rubbish of the program that made it. */
const HEAD = 1024;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const holdsText = (bytes: Uint8Array, text: string): boolean => String.fromCharCode(...bytes).includes(text);

export function fileKindOf(file: ArrayBuffer): FileKind {
  const head = new Uint8Array(file, 0, Math.min(HEAD, file.byteLength));
  if (holdsText(head, '%PDF-')) return 'pdf';
  const isOldOffice = startsWith(head, [0xd0, 0xcf, 0x11, 0xe0]);
  // A zip; the files of Word, and of what saves as Word does.
  const isZip = startsWith(head, [0x50, 0x4b, 0x03, 0x04]);
  return isOldOffice || isZip ? 'word' : 'other';
}
