/** One paper's own words and head, kept as one record; what is not said there comes from the facts. */
import type { PaperDocument } from '#domain/papers/document.ts';
import type { PaperHead } from '#domain/papers/head.ts';
import type { DrawnPaper } from '#domain/papers/paper-of.ts';
import { derivedIdOf } from '#protocol/assessment-id.ts';
import { hashText } from '#protocol/hash.ts';
import type { Paper } from '#protocol/paper-records.ts';

/** What an officer changes in a paper; the rest of the record stays. */
export interface PaperChange {
  number?: string;
  date?: string;
  head?: PaperHead;
  edits?: Readonly<Record<string, string>>;
}

/** What the facts give, whatever anybody wrote instead: two papers with the same text rest on the same figures. */
export const draftDigest = ({ sections }: PaperDocument): Promise<string> =>
  hashText(
    sections
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'paragraph'
            ? [`${block.id} ${block.drafted}`]
            : block.kind === 'table'
              ? block.rows.map(({ cells }) => cells.join('\t'))
              : [],
        ),
      )
      .join('\n'),
  );

/** Two machines that change the same paper make the same record. */
export async function paperRecord(
  campaignId: string,
  { name, head, number, date, document }: DrawnPaper,
  kept: Paper | undefined,
  change: PaperChange,
): Promise<Paper> {
  const { kind, aboutId } = name;
  const now = change.head ?? kept?.head ?? head;
  return {
    id: kept?.id ?? derivedIdOf('paper', campaignId, kind, aboutId),
    campaignId,
    kind,
    ...(aboutId !== '' && { aboutId }),
    number: change.number ?? kept?.number ?? number,
    date: change.date ?? kept?.date ?? date,
    head: {
      ...now,
      signer: { ...now.signer },
      legalBases: [...now.legalBases],
      recipients: [...now.recipients],
    },
    edits: { ...(change.edits ?? kept?.edits) },
    facts: await draftDigest(document),
  };
}
