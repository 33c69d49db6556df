/**
 * When communes are merged (`domain.md` §5.1): what the successor is called from its day on, and its first campaign's
 * texts under the new name. What was printed before keeps the name it had. Pure.
 */

export interface CommuneHead {
  name: string;
  parent: string;
  address: string;
}

export interface HandOverFacts {
  /** YYYY-MM-DD: from this day on. */
  date: string;
  from: CommuneHead;
  to: CommuneHead;
  source: string;
}

/** `sameName`: nothing would change · `noName`, `noSource`: to be written · `notNow`: the commune is not called so. */
export type HandOverMistake = 'noName' | 'sameName' | 'noSource' | 'notNow';

/** `commune`: as it stands when the hand-over is written, which is already the successor's name. */
export function checkHandOver(
  { from, to, source }: HandOverFacts,
  commune: { name: string },
): HandOverMistake | null {
  if (to.name.trim() === '') return 'noName';
  if (to.name === from.name && to.parent === from.parent) return 'sameName';
  if (source.trim() === '') return 'noSource';
  return commune.name === to.name ? null : 'notNow';
}

const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every mention of one name stands for the other: as it is, at the head of a sentence, and in capitals. */
export function renamed(text: string, from: string, to: string): string {
  if (from === '' || from === to) return text;
  const pairs = [
    [from, to],
    [first(from), first(to)],
    [from.toUpperCase(), to.toUpperCase()],
  ] as const;
  const known = pairs.filter(([name], at) => pairs.findIndex(([other]) => other === name) === at);
  let said = '';
  for (let at = 0; at < text.length;) {
    const found = known.find(([name]) => text.startsWith(name, at));
    said += found === undefined ? text.charAt(at) : found[1];
    at += found === undefined ? 1 : found[0].length;
  }
  return said;
}

/** Texts of a campaign that name the commune. */
export interface NamedTexts {
  title: string;
  shortTitle: string;
  theme: string;
  recipients: readonly string[];
}

/** The bases of law keep the names they were signed under: a resolution of 2020 is not the successor's. */
export const renamedTexts = (texts: NamedTexts, from: string, to: string) => ({
  title: renamed(texts.title, from, to),
  shortTitle: renamed(texts.shortTitle, from, to),
  theme: renamed(texts.theme, from, to),
  recipients: texts.recipients.map((line) => renamed(line, from, to)),
});
