/** The two sentences with which a screen explains itself: what it shows, and what one does here. */
import styles from './help.module.css';

export const Explain = ({ text }: { text: string }) => <p className={styles.explain}>{text}</p>;
