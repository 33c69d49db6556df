/** The receipt as a picture, to be kept in the phone's photos or sent by Zalo: black on white, nothing else in it. */
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { receipt } from '#client/messages/receipt.ts';
import { qrPath } from '#client/ui/qr-code.tsx';
import { checkUrl, spelled, type Slip } from './slip.ts';

const WIDTH = 720;
const HEIGHT = 980;
const QR_SIZE = 380;

interface Line {
  text: string;
  y: number;
  font: string;
}

const linesOf = (slip: Slip): Line[] => {
  const at = { gio: formatTime(slip.receivedAt), ngay: formatDate(slip.receivedAt) };
  return [
    { text: slip.issuer, y: 70, font: '400 30px system-ui, sans-serif' },
    { text: receipt.title.toLocaleUpperCase('vi'), y: 130, font: '700 44px system-ui, sans-serif' },
    { text: slip.of, y: 190, font: '400 30px system-ui, sans-serif' },
    { text: slip.about, y: 236, font: '700 30px system-ui, sans-serif' },
    { text: spelled(slip), y: 330, font: '700 64px ui-monospace, monospace' },
    {
      text: fill(receipt.lookUp, { noi: checkUrl(slip).replace(/^https?:\/\/|#.*$/g, '') }),
      y: 785,
      font: '400 26px system-ui, sans-serif',
    },
    { text: fill(receipt.receivedAt, at), y: 840, font: '400 30px system-ui, sans-serif' },
    { text: receipt.keep, y: 890, font: '400 30px system-ui, sans-serif' },
  ];
};

/** A PNG; null when this browser cannot draw one. */
export async function receiptImage(slip: Slip): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = '#000';
  pen.textAlign = 'center';
  for (const line of linesOf(slip)) {
    pen.font = line.font;
    pen.fillText(line.text, WIDTH / 2, line.y, WIDTH - 40);
  }
  const { size, path } = qrPath(checkUrl(slip));
  pen.setTransform(QR_SIZE / size, 0, 0, QR_SIZE / size, (WIDTH - QR_SIZE) / 2, 380);
  pen.fill(new Path2D(path));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
