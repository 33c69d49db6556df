/** One slip as it is on paper: A6, black on white, read in grey. Its measures follow `--mm`, so it is the same on a screen. */
import { QrCode } from '#client/ui/qr-code.tsx';
import { fill } from '#client/messages/fill.ts';
import { slipWords as screenWords } from '#client/messages/slips.ts';
import styles from './slips.module.css';
import { slipWords, type PaperSlip, type SlipFacts } from './slip-words.ts';

export function SlipPaper({ slip, facts }: { slip: PaperSlip; facts: SlipFacts }) {
  const words = slipWords(slip, facts);
  return (
    <article className={styles.paper}>
      <p className={styles.header}>{words.header}</p>
      <p className={styles.title}>{words.title}</p>
      <p className={styles.to}>{words.to}</p>
      <p>{words.body}</p>
      <div className={styles.scan}>
        <QrCode text={words.link} label={fill(screenWords.qr, { name: slip.householder })} />
        <div>
          <p className={styles.stepsTitle}>{words.stepsTitle}</p>
          <ol className={styles.steps}>
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      </div>
      <p className={styles.codeLine}>
        {words.codeLine} <b className={styles.code}>{words.code}</b>
      </p>
      <p>{words.help}</p>
      <p className={styles.warning}>{words.warning}</p>
      <p>{words.privacy}</p>
    </article>
  );
}
