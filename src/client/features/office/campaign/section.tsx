/** A titled part of a form. */
import type { ReactNode } from 'react';
import sheets from '../sheet.module.css';

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={sheets.sheet} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
