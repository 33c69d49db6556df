/** Keep the receipt, or show it to somebody: sharing where the phone can, copying where it cannot. */
import { Download, Share2 } from 'lucide-react';
import { useState } from 'react';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { downloadBlob } from '#client/form/download.ts';
import { passOn } from '#client/form/hand-over.ts';
import { fill } from '#client/messages/fill.ts';
import { receipt } from '#client/messages/receipt.ts';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { receiptImage } from './receipt-image.ts';
import styles from './receipt-dock.module.css';
import { checkUrl, spelled, type Slip } from './slip.ts';

const fileName = (slip: Slip): string => fill(receipt.fileName, { ma: slip.code });

async function save(slip: Slip): Promise<string> {
  const image = await receiptImage(slip);
  if (image === null) return receipt.notSaved;
  downloadBlob(fileName(slip), image);
  return receipt.saved;
}

/** What to say afterwards; '' when the phone's own sheet has said it all. */
async function share(slip: Slip, text: string): Promise<string> {
  // Drawn only where there may be a sheet that takes it: the tap must not grow old.
  const image = typeof navigator.share === 'function' ? await receiptImage(slip) : null;
  const picture = image === null ? undefined : new File([image], fileName(slip), { type: 'image/png' });
  const over = await passOn({ text, url: checkUrl(slip), picture });
  if (over === 'copied') return receipt.copied;
  return over === 'refused' ? receipt.notShared : '';
}

export function ReceiptDock({ slip, commune }: { slip: Slip; commune: string }) {
  const [news, setNews] = useState('');
  const at = { gio: formatTime(slip.receivedAt), ngay: formatDate(slip.receivedAt) };
  const text = fill(receipt.shareText, { ...at, xa: commune, maBienNhan: spelled(slip) });
  const tell = (done: Promise<string>): void => void done.then(setNews);
  return (
    <>
      <p role="status" className={styles.news}>
        {news}
      </p>
      <Dock>
        <Button icon={<Share2 />} onClick={() => tell(share(slip, text))}>
          {receipt.share}
        </Button>
        <Button kind="main" icon={<Download />} onClick={() => tell(save(slip))}>
          {receipt.save}
        </Button>
      </Dock>
    </>
  );
}
