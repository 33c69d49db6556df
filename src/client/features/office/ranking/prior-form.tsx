/** Last year's results of a group, typed in or taken from the ranking frozen then. */
import { useState, type ClipboardEvent, type FormEvent } from 'react';
import { formatPoints, parseNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { rankingWords } from '#client/messages/office-ranking.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import { pasteResults } from './paste-results.ts';
import styles from './ranking.module.css';

const words = rankingWords.prior;
const SOURCE_MAX = 400;

export interface PriorEntry {
  subjectId: string;
  name: string;
  /** Normalised hundredths; null = none known. */
  prior: number | null;
}

interface PriorFormProps {
  year: number;
  entries: readonly PriorEntry[];
  onSave: (changed: readonly { subjectId: string; normalised: number }[], source: string) => Promise<void>;
  onClose: () => void;
}

/** Hundredths from what was typed; undefined where it is no score. */
export const readPoints = (typed: string): number | undefined => {
  const value = parseNumber(typed);
  if (value === null || value < 0 || value > 100) return undefined;
  const hundredths = Math.round(value * 100);
  return Math.abs(hundredths - value * 100) < 1e-6 ? hundredths : undefined;
};

export function PriorForm({ year, entries, onSave, onClose }: PriorFormProps) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      entries.map(({ subjectId, prior }) => [subjectId, prior === null ? '' : formatPoints(prior)]),
    ),
  );
  const [source, setSource] = useState('');
  const [isTried, setTried] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const [pasted, setPasted] = useState('');
  const isWrong = (subjectId: string): boolean => {
    const text = typed[subjectId] ?? '';
    return text.trim() !== '' && readPoints(text) === undefined;
  };
  const paste = (event: ClipboardEvent, subjectId: string): void => {
    const found = pasteResults(event.clipboardData.getData('text/plain'), entries, subjectId);
    if (found === null) return;
    event.preventDefault();
    setTyped({ ...typed, ...found.typed });
    const said = fill(words.pasted, { n: Object.keys(found.typed).length });
    const { unplaced } = found;
    setPasted(
      unplaced.length === 0 ? said : `${said} ${fill(words.unplaced, { names: unplaced.join(', ') })}`,
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (entries.some(({ subjectId }) => isWrong(subjectId))) return;
    const changed = entries.flatMap(({ subjectId, prior }) => {
      const normalised = readPoints(typed[subjectId] ?? '');
      return normalised === undefined || normalised === prior ? [] : [{ subjectId, normalised }];
    });
    onSave(changed, source.trim()).then(onClose, () => setFailed(true));
  };
  return (
    <Dialog open title={fill(words.title, { year })} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>{words.why}</p>
        <p>{words.paste}</p>
        <p role="status">{pasted}</p>
        <div className={styles.long}>
          {entries.map(({ subjectId, name }) => (
            <TextField
              key={subjectId}
              label={fill(words.points, { year, name })}
              inputMode="decimal"
              autoComplete="off"
              value={typed[subjectId] ?? ''}
              error={isTried && isWrong(subjectId) ? words.notPoints : undefined}
              onChange={(text) => setTyped({ ...typed, [subjectId]: text })}
              onPaste={(event) => paste(event, subjectId)}
            />
          ))}
        </div>
        <TextField
          label={words.source}
          help={words.sourceHelp}
          maxLength={SOURCE_MAX}
          value={source}
          onChange={setSource}
        />
        {isFailed && <p role="alert">{rankingWords.failed}</p>}
        <div className={styles.ways}>
          <button type="submit" className={controls.mainButton}>
            {words.save}
          </button>
          <button type="button" className={controls.button} onClick={onClose}>
            {rankingWords.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
