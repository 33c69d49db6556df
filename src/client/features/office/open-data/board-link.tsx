/** The public board's address: to open, to print, to paste to Zalo. */
import { useState } from 'react';
import { BOARD_PATH } from '#protocol/open-data.ts';
import { openDataWords } from '#client/messages/office-open-data.ts';
import { copyText } from '#client/ui/copy-text.ts';
import { cx } from '#client/ui/cx.ts';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import styles from './open-data.module.css';

const words = openDataWords.board;

export function BoardLink({ origin }: { origin: string }) {
  const [said, setSaid] = useState('');
  const address = `${origin}${BOARD_PATH}`;
  const copy = async (): Promise<void> =>
    setSaid((await copyText(address)) ? words.copied : words.copyFailed);
  return (
    <section className={styles.part} aria-labelledby="bang">
      <h2 id="bang">{words.title}</h2>
      <p>{words.text}</p>
      <p>
        {words.address}: <span className={cx(sheet.code, styles.address)}>{address}</span>
      </p>
      <div className={shared.ways}>
        <button type="button" className={controls.button} onClick={() => void copy()}>
          {words.copy}
        </button>
        <a href={BOARD_PATH} target="_blank" rel="noreferrer">
          {words.open}
        </a>
        <a href={`${BOARD_PATH}/anh.png`} target="_blank" rel="noreferrer">
          {words.image}
        </a>
      </div>
      <p role="status">{said}</p>
      <p className={shared.soft}>{words.print}</p>
    </section>
  );
}
