/** The same certificates as a Word file, and the annexes as spreadsheets. */
import { useState } from 'react';
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { PaperSize } from '#domain/certificates/full-page.ts';
import { certificateTexts } from '#domain/certificates/texts.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { downloadBlob } from '#client/form/download.ts';
import { fill } from '#client/messages/fill.ts';
import { annexWords } from '#client/messages/office-annexes.ts';
import { certificateWords as words } from '#client/messages/office-certificates.ts';
import controls from '../controls.module.css';
import { takeTable } from '../report/take-table.ts';
import shared from '../shared.module.css';
import type { Table } from '../sheets/table.ts';
import { awardListTable, countsTable } from './annexes.ts';
import type { Certificate } from './plan.ts';
import type { Decided } from './read-certificates.ts';
import { rankingAnnex } from './read-ranks.ts';
import { browserWidth } from './text-width.ts';

interface FileWaysProps {
  decided: Decided;
  wanted: readonly Certificate[];
  size: PaperSize;
}

const docxName = (number: string): string => {
  const words = searchKey(`giay khen ${number}`).split(/[^a-z0-9]+/);
  return `${words.filter((word) => word !== '').join('-')}.docx`;
};

export function FileWays({ decided, wanted, size }: FileWaysProps) {
  const workspace = useWorkspace();
  const [said, setSaid] = useState('');
  const { decision } = decided;
  const takeAnnex = async (make: () => Table | Promise<Table>, name: string): Promise<void> => {
    const file = await takeTable(await make(), `${name} ${decision.number}`, 'xlsx');
    setSaid(file === null ? words.failed : fill(words.annexMade, { name: file }));
  };
  const takeDocx = async (): Promise<void> => {
    try {
      const { certificatesDocx } = await import('#client/documents/certificate-docx.ts');
      const texts = wanted.map(({ recipient }) => certificateTexts(recipient.facts));
      const name = docxName(decision.number);
      downloadBlob(name, await certificatesDocx(texts, size, browserWidth()));
      setSaid(fill(words.docxMade, { name, n: wanted.length }));
    } catch {
      // The part that writes it was not fetched, or the machine has no room: nothing was handed over.
      setSaid(words.failed);
    }
  };
  const { names } = annexWords;
  return (
    <div>
      <div className={shared.ways}>
        {wanted.length > 0 && wanted.every(({ missing }) => missing.length === 0) && (
          <button type="button" className={controls.button} onClick={() => void takeDocx()}>
            {words.docx}
          </button>
        )}
      </div>
      <h2>{words.annexes}</h2>
      <div className={shared.ways}>
        <button
          type="button"
          className={controls.chip}
          onClick={() => void takeAnnex(() => awardListTable(decided), names.list)}
        >
          {names.list}
        </button>
        <button
          type="button"
          className={controls.chip}
          onClick={() => void takeAnnex(() => countsTable(decided), names.counts)}
        >
          {names.counts}
        </button>
        <button
          type="button"
          className={controls.chip}
          onClick={() => void takeAnnex(() => rankingAnnex(workspace, decision.campaignId), names.ranking)}
        >
          {names.ranking}
        </button>
      </div>
      <p role="status">{said}</p>
    </div>
  );
}
