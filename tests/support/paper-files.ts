/** Every kind of paper of the invented commune, drawn and written. */
import { paperFacts } from '#domain/papers/facts.ts';
import { paperOf, papersOf, type DrawnPaper, type KeptPaper } from '#domain/papers/paper-of.ts';
import type { PaperSources } from '#domain/papers/sources.ts';
import { toDocx } from '#client/documents/to-docx.ts';
import { unzip } from './unzip.ts';

export const TODAY = '2025-12-05';

/** One of each kind; of achievements one of each kind of recipient, of minutes the council's and a hamlet's. */
export function onePaperEach(sources: PaperSources, kept?: KeptPaper): Map<string, DrawnPaper> {
  const facts = paperFacts(sources);
  const drawn = new Map<string, DrawnPaper>();
  for (const name of papersOf(facts)) {
    const award = facts.awards.get(name.aboutId);
    const key = award === undefined ? name.kind : `${name.kind} ${award.kind}`;
    const paper = drawn.has(key) ? null : paperOf(facts, name, { kept, today: TODAY });
    if (paper !== null) drawn.set(key, paper);
  }
  return drawn;
}

export const bytesOf = async ({ document }: Pick<DrawnPaper, 'document'>): Promise<Uint8Array> =>
  new Uint8Array(await (await toDocx(document)).arrayBuffer());

/** The parts of its file by name. */
export const membersOf = async (paper: Pick<DrawnPaper, 'document'>): Promise<Map<string, string>> =>
  unzip(await bytesOf(paper));
