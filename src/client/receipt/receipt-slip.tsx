/** The torn-edge slip: code in code type, QR dark on white in both themes, ladder of three. */
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { receipt } from '#client/messages/receipt.ts';
import { QrCode } from '#client/ui/qr-code.tsx';
import { Ladder } from './ladder.tsx';
import styles from './receipt-slip.module.css';
import { checkUrl, spelled, type Slip } from './slip.ts';

export function ReceiptSlip({ slip }: { slip: Slip }) {
  const at = { gio: formatTime(slip.receivedAt), ngay: formatDate(slip.receivedAt) };
  return (
    <section className={styles.slip} aria-label={receipt.title}>
      <p>
        {slip.of}
        <br />
        <b>{slip.about}</b>
      </p>
      <p className={styles.code}>{spelled(slip)}</p>
      <p>{receipt.keep}</p>
      <QrCode text={checkUrl(slip)} label={fill(receipt.qr, { ma: spelled(slip) })} />
      <Ladder isReceived isSafe={slip.isSafe} />
      <p className={styles.issuer}>
        {slip.issuer}. {fill(receipt.receivedAt, at)}.
      </p>
    </section>
  );
}
