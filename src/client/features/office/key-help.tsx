/** Every key of the office, and the switch for single-character ones. */
import { office } from '#client/messages/office.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import styles from './key-help.module.css';

const { keys } = office;
const rows: readonly (readonly [readonly string[], string])[] = [
  [['↑', '↓'], keys.rows],
  [['Home', 'End'], keys.first],
  [['Enter'], keys.enter],
  [['/'], keys.slash],
  [['Esc'], keys.escape],
  [['?'], keys.question],
];

export interface KeyHelpProps {
  open: boolean;
  singleKeys: boolean;
  onSingleKeys(on: boolean): void;
  onClose(): void;
}

export function KeyHelp({ open, singleKeys, onSingleKeys, onClose }: KeyHelpProps) {
  return (
    <Dialog open={open} title={keys.title} onClose={onClose}>
      <dl className={styles.keys}>
        {rows.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => onSingleKeys(event.target.checked)}
        />
        {keys.use}
      </label>
    </Dialog>
  );
}
