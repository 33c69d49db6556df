/** The slips that came: printed together, or each sent to its family. They are in this page's memory and nowhere else. */
import { useState } from 'react';
import { Share2 } from 'lucide-react';
import { handOver } from '#client/form/hand-over.ts';
import { fill } from '#client/messages/fill.ts';
import { slipWords as said } from '#client/messages/slips.ts';
import { copyText } from '#client/ui/copy-text.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { Issued } from './issuing.ts';
import { PrintSheets } from './print-sheets.tsx';
import { slipImage } from './slip-image.ts';
import { SlipPaper } from './slip-paper.tsx';
import { slipWords, type PaperSlip, type SlipFacts } from './slip-words.ts';
import styles from './slips.module.css';

/** What to say afterwards; '' when the person closed the sheet. */
async function share(slip: PaperSlip, facts: SlipFacts): Promise<string> {
  const words = slipWords(slip, facts);
  const { householder: name } = slip;
  const text = fill(said.shareText, { chuHo: name, xom: facts.hamlet, link: words.link });
  const image = await slipImage(words);
  if (image === null) return (await copyText(text)) ? fill(said.copied, { name }) : said.notDrawn;
  const fileName = fill(said.fileName, { ma: slip.householdCode });
  const over = await handOver(new File([image], fileName, { type: 'image/png' }), said.title, text);
  if (over === 'cancelled') return '';
  return fill(over === 'shared' ? said.shared : said.saved, { name });
}

const names = (of: Issued['missing']): string => of.map(({ household }) => household.householder).join(', ');

interface IssuedSlipsProps {
  issued: Issued;
  facts: SlipFacts;
  onGoOn: () => void;
}

export function IssuedSlips({ issued, facts, onGoOn }: IssuedSlipsProps) {
  const { slips, missing, waiting } = issued;
  const [news, setNews] = useState('');
  const [first] = slips;
  const total = slips.length + waiting.length;
  return (
    <>
      <p role="status" className={styles.ready}>
        {fill(said.ready, { n: slips.length })}
      </p>
      {waiting.length > 0 && (
        <Notice
          tone="wait"
          actions={<Button onClick={onGoOn}>{fill(said.goOn, { n: waiting.length })}</Button>}
        >
          {fill(said.partly, { n: slips.length, total })}
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="wait">{fill(said.missing, { n: missing.length, names: names(missing) })}</Notice>
      )}
      {first && (
        <figure>
          <div className={styles.frame}>
            <SlipPaper slip={first} facts={facts} />
          </div>
          <figcaption>{fill(said.preview, { name: first.householder })}</figcaption>
        </figure>
      )}
      <p>{said.printNote}</p>
      <p>{said.notKept}</p>
      <Sheet title={said.list}>
        <p>{said.shareNote}</p>
        <p role="status">{news}</p>
        <ul className={styles.rows}>
          {slips.map((slip) => (
            <li key={slip.householdId}>
              <span>
                <b>{slip.householder}</b> <span className="code soft nowrap">{slip.householdCode}</span>
              </span>
              <Button
                small
                icon={<Share2 />}
                aria-label={fill(said.shareOf, { name: slip.householder })}
                onClick={() => void share(slip, facts).then(setNews)}
              >
                {said.share}
              </Button>
            </li>
          ))}
        </ul>
      </Sheet>
      <PrintSheets slips={slips} facts={facts} />
    </>
  );
}
