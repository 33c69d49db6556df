/** Everything that is handed over as a file, from rows of a feed: papers, certificates, annexes. */
import { roughWidth } from '#domain/certificates/fit.ts';
import { certificateTexts } from '#domain/certificates/texts.ts';
import { paperFacts } from '#domain/papers/facts.ts';
import { paperOf, papersOf } from '#domain/papers/paper-of.ts';
import type { FeedRow } from '#protocol/exchange.ts';
import { certificatesDocx } from '#client/documents/certificate-docx.ts';
import { awardListTable, countsTable } from '#client/features/office/certificates/annexes.ts';
import { readCertificates } from '#client/features/office/certificates/read-certificates.ts';
import { rankingAnnex } from '#client/features/office/certificates/read-ranks.ts';
import { paperSources, readPaperRows } from '#client/features/office/documents/read-paper-rows.ts';
import { writeXlsx } from '#client/features/office/sheets/write-xlsx.ts';
import { deskOf } from '#client/features/office/today/desk.ts';
import { readDeskRows } from '#client/features/office/today/desk-rows.ts';
import { membersOf } from '../../support/paper-files.ts';
import { replicaOf } from '../../support/replica-of.ts';
import type { SigningDevice } from '../../support/signing-device.ts';
import { unzip } from '../../support/unzip.ts';
import { pull } from '../core/sending.ts';
import type { Commune } from '../core/commune.ts';

export async function shown(commune: Commune, device: SigningDevice): Promise<FeedRow[]> {
  const rows: FeedRow[] = [];
  for (let cursors: Record<string, number> = {}, more = true; more;) {
    const page = await pull(commune, device, cursors);
    rows.push(...page.rows);
    ({ cursors, more } = page);
  }
  return rows;
}

/** When a file was made is told beside its text. */
const isText = (name: string): boolean => name !== 'docProps/core.xml';
const textOf = (members: Map<string, string>): string =>
  [...members]
    .filter(([name]) => isText(name))
    .map(([name, text]) => `${name}\n${text}`)
    .join('\n');
const blobText = async (blob: Blob): Promise<string> =>
  textOf(unzip(new Uint8Array(await blob.arrayBuffer())));

/** The text of each by what it is called; rows in the order they are given. */
export async function filesFrom(feed: readonly FeedRow[], today: string): Promise<[string, string][]> {
  const replica = replicaOf(feed);
  const desk = deskOf(await readDeskRows(replica), { chosen: null, day: today });
  const sources = paperSources(desk, await readPaperRows(replica), new Map());
  if (sources === null) throw new Error('no campaign');
  const facts = paperFacts(sources);
  const files: [string, string][] = [];
  for (const name of papersOf(facts)) {
    const drawn = paperOf(facts, name, { today });
    if (drawn === null) throw new Error(name.kind);
    files.push([`${name.kind}: ${drawn.document.title}`, textOf(await membersOf(drawn))]);
  }
  const { decided } = await readCertificates(replica, { chosen: null, day: today });
  for (const each of decided) {
    const texts = each.recipients.map((recipient) => certificateTexts(recipient.facts));
    files.push(['certificates', await blobText(await certificatesDocx(texts, 'A4', roughWidth))]);
    const tables = [
      awardListTable(each),
      countsTable(each),
      await rankingAnnex(replica, sources.campaign.id),
    ];
    for (const table of tables) files.push([`annex: ${table.name}`, await blobText(await writeXlsx(table))]);
  }
  return files;
}
