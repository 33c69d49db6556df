/** Which passwords are too easy to guess; the same word for the screen that asks and the server that takes it. */
import { searchKey } from '#domain/vietnamese/search-key.ts';
import { PASSWORD_LENGTH_MIN } from './session.ts';

const DIFFERENT_MIN = 5;
/** Runs of neighbours, on keyboards and in counting. */
const runs = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];
const RUN_LENGTH = 6;
/** Words everybody would try here. */
const commonWords = ['matkhau', 'password', 'thidua', 'chuyendoiso', 'binhthuan', 'vanphong', 'ubnd'];

const plain = (text: string): string => searchKey(text).replaceAll(/[^a-z0-9]/g, '');

function withoutRuns(text: string): string {
  let rest = text;
  for (const run of runs)
    for (let at = 0; at + RUN_LENGTH <= run.length; at++)
      rest = rest.replaceAll(run.slice(at, at + RUN_LENGTH), '');
  return rest;
}

/**
 * Too short, a few characters over and over, or little beside the person's own name, a common word and runs like 123456.
 * `names`: what the person and the place are called.
 */
export function isWeakPassword(password: string, names: readonly string[]): boolean {
  if (password.length < PASSWORD_LENGTH_MIN || new Set(password).size < DIFFERENT_MIN) return true;
  let rest = plain(password);
  for (const word of [
    ...names.flatMap((name) => [plain(name), ...name.split(/\s+/).map(plain)]),
    ...commonWords,
  ])
    if (word.length > 2) rest = rest.replaceAll(word, '');
  // What stands there beside letters and digits counts as well.
  const signs = [...password].filter((sign) => plain(sign) === '').length;
  return withoutRuns(rest).length + signs < DIFFERENT_MIN;
}
