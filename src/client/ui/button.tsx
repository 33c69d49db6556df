/** Buttons and links that look like buttons. One filled (`main`) button a screen. */
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';

interface Look {
  /** `main` the one next action; `hand` needs a person; `quiet` underlined words. */
  kind?: 'main' | 'plain' | 'quiet' | 'hand';
  wide?: boolean;
  small?: boolean;
  /** Drawn before the words; the words carry the meaning. */
  icon?: ReactNode;
}

const classOf = (kind: Look['kind'] = 'plain', wide = false, small = false, className = ''): string =>
  cx(styles.button, styles[kind], wide && styles.wide, small && styles.small, className);

export type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement>;

export function Button({
  kind,
  wide,
  small,
  icon,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={classOf(kind, wide, small, className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

export type LinkButtonProps = Look & AnchorHTMLAttributes<HTMLAnchorElement>;

export function LinkButton({ kind, wide, small, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <a className={classOf(kind, wide, small, className)} {...rest}>
      {icon}
      {children}
    </a>
  );
}
