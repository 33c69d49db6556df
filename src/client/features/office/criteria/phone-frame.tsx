/** A page 360 px wide inside the page: what is drawn in it answers to that width, not to the office's window. */
import { useCallback, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import styles from './criteria.module.css';

/** The same rules and theme as the page around it; the policy allows its own origin's style sheets alone. */
function dress(frame: Document, page: Document): void {
  frame.documentElement.lang = page.documentElement.lang;
  const { theme } = page.documentElement.dataset;
  if (theme !== undefined) frame.documentElement.dataset['theme'] = theme;
  for (const sheet of page.querySelectorAll('link[rel="stylesheet"], style'))
    frame.head.append(frame.importNode(sheet, true));
}

export function PhoneFrame({ title, children }: { title: string; children: ReactNode }) {
  const [body, setBody] = useState<HTMLElement | null>(null);
  const opened = useCallback((frame: HTMLIFrameElement | null) => {
    const inside = frame?.contentDocument;
    if (!inside || inside.documentElement.dataset['dressed'] !== undefined) return;
    inside.documentElement.dataset['dressed'] = '';
    dress(inside, document);
    setBody(inside.body);
  }, []);
  return (
    <>
      <iframe
        ref={opened}
        title={title}
        className={styles.phone}
        onLoad={({ currentTarget }) => opened(currentTarget)}
      />
      {body !== null && createPortal(children, body)}
    </>
  );
}
