/** Every key of the screen at hand, and the switch for single-character ones. */
import { officeHelp } from '#client/messages/office-help.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { useOfficeKeys } from './keys.tsx';
import styles from './key-help.module.css';

const { keys: words } = officeHelp;
const shown: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': words.space,
};

export function KeyHelp() {
  const { all, isHelpOpen, closeHelp, singleKeys, setSingleKeys } = useOfficeKeys();
  return (
    <Dialog open={isHelpOpen} title={words.title} onClose={closeHelp}>
      <dl className={styles.keys}>
        {all.map(({ keys, does }) => (
          <div key={`${keys.join()} ${does}`}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{shown[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
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
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        {words.use}
      </label>
    </Dialog>
  );
}
