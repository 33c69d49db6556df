/** "Không áp dụng" as a button of its own; asks once before it counts. */
import { Check } from '#client/ui/first-icons.tsx';
import { useState, type ReactNode } from 'react';
import { formMessages } from '#client/messages/form.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import styles from './question-field.module.css';

interface NotApplicableProps {
  label: string;
  chosen: boolean;
  onConfirm: () => void;
  onUndo: () => void;
}

export function NotApplicable({ label, chosen, onConfirm, onUndo }: NotApplicableProps) {
  const [isAsking, setAsking] = useState(false);
  if (isAsking && !chosen) {
    return (
      <InView>
        <Notice
          tone="wait"
          title={label}
          actions={
            <>
              <Button
                wide
                small
                onClick={() => {
                  setAsking(false);
                  onConfirm();
                }}
              >
                {formMessages.naYes}
              </Button>
              <Button wide small onClick={() => setAsking(false)}>
                {formMessages.naNo}
              </Button>
            </>
          }
        >
          <p role="status">{formMessages.naConfirm}</p>
        </Notice>
      </InView>
    );
  }
  return (
    <Button
      small
      wide
      className={styles.na}
      aria-pressed={chosen}
      icon={chosen ? <Check /> : undefined}
      onClick={() => (chosen ? onUndo() : setAsking(true))}
    >
      {label}
    </Button>
  );
}

/** The question appears under the thumb's own button, often below the edge: it is brought in front of the eye. */
const InView = ({ children }: { children: ReactNode }) => (
  <div ref={(node) => node?.scrollIntoView({ block: 'nearest' })}>{children}</div>
);
