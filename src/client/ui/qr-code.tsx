/** A QR code, dark on white in both themes, quiet zone kept. */
import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './qr-code.module.css';

const QUIET = 4;

/** Dark modules as one path, in modules; `size` counts the quiet zone on both sides. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const runs: string[] = [];
  data.forEach((row, y) => {
    let length = 0;
    row.forEach((dark, x) => {
      length = dark ? length + 1 : 0;
      // One piece for a run of modules: no seams on paper, and a third of the text.
      if (dark && row[x + 1] !== true)
        runs.push(`M${x + 1 - length + QUIET} ${y + QUIET}h${length}v1h-${length}z`);
    });
  });
  return { size: size + 2 * QUIET, path: runs.join('') };
}

export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
