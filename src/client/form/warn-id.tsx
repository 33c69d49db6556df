/**
 * Watches what is typed on this page and says so when it reads as the number of an identity paper, with two ways on. It
 * hinders nothing: what was typed is kept and sent as it is, and nobody is told.
 */
import { useEffect, useState } from 'react';
import { idNumbersIn, withoutIdNumbers } from '#domain/id-number.ts';
import { warnId as words } from '#client/messages/warn-id.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import styles from './warn-id.module.css';

type Typed = HTMLInputElement | HTMLTextAreaElement;

const isTyped = (target: EventTarget | null): target is Typed =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');

/** As if it had been typed: whoever keeps the field's words hears of it. */
function write(field: Typed, text: string): void {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Reflect.set(kind.prototype, 'value', text, field);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

export function WarnId() {
  const [field, setField] = useState<Typed | null>(null);
  /** Fields whose number somebody looked at and left. */
  const [left] = useState(() => new WeakSet<Typed>());
  useEffect(() => {
    const lookAt = (target: EventTarget | null): void => {
      if (!isTyped(target)) return;
      const has = idNumbersIn(target.value).length > 0;
      if (!has) left.delete(target);
      setField((shown) => (has && !left.has(target) ? target : shown === target ? null : shown));
    };
    const look = ({ target }: Event): void => lookAt(target);
    // Where this was fetched only once somebody had begun to write one.
    lookAt(document.activeElement);
    document.addEventListener('input', look);
    return () => document.removeEventListener('input', look);
  }, [left]);
  if (field === null || !field.isConnected) return null;
  const close = (): void => {
    setField(null);
    field.focus();
  };
  return (
    <div className={styles.bar} role="status">
      <Notice
        tone="hand"
        title={words.title}
        actions={
          <>
            <Button
              small
              onClick={() => {
                write(field, withoutIdNumbers(field.value));
                close();
              }}
            >
              {words.remove}
            </Button>
            <Button
              small
              onClick={() => {
                left.add(field);
                close();
              }}
            >
              {words.keep}
            </Button>
          </>
        }
      >
        <p>{words.text}</p>
      </Notice>
    </div>
  );
}
