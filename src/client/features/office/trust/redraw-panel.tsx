/** A kept draw made again, here or by anybody else, from the list as it was. */
import { useState, type ChangeEvent } from 'react';
import { formatNumber } from '#domain/vietnamese/format.ts';
import type { RecheckSample } from '#protocol/office-records.ts';
import { downloadBlob } from '#client/form/download.ts';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import shared from '../shared.module.css';
import type { Desk } from '../today/desk.ts';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import { framesHere, hexOf, idsIn, listOf, redraw, shellLine, type Redrawn } from './draws.ts';
import styles from './trust.module.css';

const words = trustWords.draw;

function redrawnWords(redrawn: Redrawn, { frameSize, chosen }: RecheckSample): string {
  const k = formatNumber(chosen.length);
  switch (redrawn.kind) {
    case 'equal': {
      const said = { now: words.equalNow, earlier: words.equalThen, file: words.equalFile }[redrawn.from];
      return fill(said, { n: formatNumber(redrawn.size), k });
    }
    case 'otherFrame':
      return fill(redrawn.from === 'file' ? words.otherFile : words.otherFrame, {
        size: formatNumber(frameSize),
        now: formatNumber(redrawn.now),
        again: formatNumber(redrawn.again),
        k,
      });
    case 'otherChosen':
      return fill(words.otherChosen, { again: formatNumber(redrawn.again), k });
  }
}

export function RedrawPanel({ desk, sample }: { desk: Desk; sample: RecheckSample }) {
  const [said, setSaid] = useState('');
  const again = async (): Promise<void> => {
    setSaid(words.redrawing);
    setSaid(redrawnWords(await redraw(sample, framesHere(desk, sample)), sample));
  };
  const fromFile = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (file === undefined) return;
    const ids = idsIn(await file.text());
    target.value = '';
    setSaid(
      ids === null ? words.badFile : redrawnWords(await redraw(sample, [{ from: 'file', ids }]), sample),
    );
  };
  const download = async (): Promise<void> => {
    const ids = await listOf(desk, sample);
    if (ids === null) return setSaid(words.listMissing);
    // Without a last line end: the file's own hash is the one that was kept.
    downloadBlob(
      fill(words.listName, { date: sample.drawnOn }),
      new Blob([ids.join('\n')], { type: 'text/plain' }),
    );
    setSaid(words.listHelp);
  };
  return (
    <section className={`${sheets.sheet} ${styles.screen}`} aria-label={words.redraw}>
      <div className={shared.ways}>
        <button type="button" className={controls.button} onClick={() => void again()}>
          {words.redraw}
        </button>
        <button type="button" className={controls.button} onClick={() => void download()}>
          {words.list}
        </button>
      </div>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <details className={styles.strangers}>
        <summary>{words.strangers}</summary>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>
              {fill(step, { hex: hexOf(sample.frame), n: formatNumber(sample.chosen.length) })}
            </li>
          ))}
        </ol>
        <p>{words.shell}</p>
        <code className={styles.shell}>{shellLine(sample.seed, sample.chosen.length)}</code>
        <label>
          {words.fromFile}{' '}
          <input type="file" accept=".txt,text/plain" onChange={(event) => void fromFile(event)} />
        </label>
      </details>
    </section>
  );
}
