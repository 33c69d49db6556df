/** The head of a phone screen: where one is, and at most two small buttons. */
import { ArrowLeft } from './first-icons.tsx';
import type { ReactNode } from 'react';
import { common } from '#client/messages/common.ts';
import { Button, LinkButton } from './button.tsx';
import styles from './bar.module.css';

interface BarProps {
  title: ReactNode;
  /** A path to go back to, or what to do. */
  back?: string | (() => void);
  /** `false` when the page has its own `<h1>` further down (a question). */
  heading?: boolean;
  children?: ReactNode;
}

function Back({ back }: { back: string | (() => void) }) {
  const icon = <ArrowLeft />;
  const label = common.backSpoken;
  return typeof back === 'string' ? (
    <LinkButton className={styles.back} href={back} aria-label={label} icon={icon} />
  ) : (
    <Button className={styles.back} onClick={back} aria-label={label} icon={icon} />
  );
}

export function Bar({ title, back, heading = true, children }: BarProps) {
  return (
    <header className={styles.bar}>
      {back !== undefined && <Back back={back} />}
      {heading ? <h1 className={styles.title}>{title}</h1> : <p className={styles.title}>{title}</p>}
      {children}
    </header>
  );
}
