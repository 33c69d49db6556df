/** Four digits to be compared by eye or by telephone; spoken one by one. */
import { deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import styles from './devices.module.css';

export const CheckDigits = ({ digits }: { digits: string }) => (
  <p
    className={styles.digits}
    role="img"
    aria-label={fill(deviceWords.digits, { digits: [...digits].join(' ') })}
  >
    {[...digits].map((digit, place) => (
      // A place is all a digit has.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={place}>{digit}</span>
    ))}
  </p>
);
