/** Three drawn steps: Safari has no question of its own to show. */
import type { ReactNode } from 'react';
import { install } from '#client/messages/install.ts';
import styles from './iphone-steps.module.css';

const Drawing = ({ children }: { children: ReactNode }) => (
  <svg className={styles.drawing} viewBox="0 0 48 48" aria-hidden="true">
    {children}
  </svg>
);

const drawings = [
  <Drawing key="share">
    <path d="M16 20h-4v20h24V20h-4" />
    <path d="M24 30V8m-7 7 7-7 7 7" />
  </Drawing>,
  <Drawing key="add">
    <rect x="9" y="9" width="30" height="30" rx="6" />
    <path d="M24 17v14m-7-7h14" />
  </Drawing>,
  <Drawing key="done">
    <rect x="13" y="5" width="22" height="38" rx="4" />
    <path d="m18 24 5 5 8-9" />
  </Drawing>,
];

export const IphoneSteps = () => (
  <>
    <ol className={styles.steps}>
      {install.iphoneSteps.map((step, index) => (
        <li key={step}>
          {drawings[index]}
          <span>
            {index + 1}. {step}
          </span>
        </li>
      ))}
    </ol>
    <p className="soft">{install.iphoneNote}</p>
  </>
);
