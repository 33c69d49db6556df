/** What goes in, and how long it may take: from these the words are drafted. */
import { useState } from 'react';
import { composeScript } from '#domain/exemplars/script.ts';
import type { Exemplar } from '#protocol/paper-records.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { bulletinWords as words } from '#client/messages/office-bulletin.ts';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import type { DeskSeam } from '../today/office-desk.tsx';
import type { BulletinDraft } from './bulletin-draft.ts';
import styles from './exemplars.module.css';
import { bulletinParts, partName, postOf } from './make-bulletin.ts';

const ROWS = ['rows'] as const;
const lengths = [60, 120, 180, 300, 600] as const;
const TITLE_MAX = 200;

interface PartsProps {
  draft: BulletinDraft;
  seam: DeskSeam;
  published: readonly Exemplar[];
  canWrite: boolean;
  onChange: (part: Partial<BulletinDraft>) => void;
}

type Before = Pick<BulletinDraft, 'script' | 'post'>;

export function BulletinParts({ draft, seam, published, canWrite, onChange }: PartsProps) {
  const workspace = useWorkspace();
  const commune = useLive(async () => (await workspace.rows('commune'))[0]?.value.name, [workspace], ROWS);
  const [said, setSaid] = useState<readonly string[]>([]);
  // What the words were before they were drafted anew; null: nothing to go back to.
  const [before, setBefore] = useState<Before | null>(null);
  const compose = (): void => {
    const exemplars = draft.exemplars.flatMap((id) => published.find((each) => each.id === id) ?? []);
    const facts = { desk: seam.desk, exemplars, commune: commune ?? '', now: seam.now };
    const script = composeScript(bulletinParts(facts), draft.seconds);
    const names = (ids: readonly string[]): string =>
      [...new Set(ids.map((id) => partName(id, exemplars)))].filter(Boolean).join('; ');
    setBefore(draft.script === '' ? null : { script: draft.script, post: draft.post });
    onChange({
      script: script.text,
      post: postOf(facts),
      seconds: draft.seconds,
      exemplars: draft.exemplars,
    });
    setSaid([
      words.composed,
      ...(script.shortened.length > 0 ? [fill(words.shortened, { names: names(script.shortened) })] : []),
      ...(script.leftOut.length > 0 ? [fill(words.leftOut, { names: names(script.leftOut) })] : []),
    ]);
  };
  if (!canWrite) return null;
  return (
    <section className={sheet.sheet}>
      <TextField
        label={words.name}
        maxLength={TITLE_MAX}
        autoComplete="off"
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      <div role="group" aria-label={words.length}>
        <p>{words.length}</p>
        <div className={shared.ways}>
          {lengths.map((seconds) => (
            <button
              key={seconds}
              type="button"
              className={controls.chip}
              aria-pressed={draft.seconds === seconds}
              onClick={() => onChange({ seconds })}
            >
              {words.lengths[seconds]}
            </button>
          ))}
        </div>
      </div>
      {published.length === 0 ? (
        <p>{words.noneToChoose}</p>
      ) : (
        <div role="group" aria-label={words.chosen}>
          <p>{words.chosen}</p>
          {published.map(({ id, title }) => {
            const isChosen = draft.exemplars.includes(id);
            return (
              <label key={id} className={styles.check}>
                <input
                  type="checkbox"
                  checked={isChosen}
                  onChange={() =>
                    onChange({
                      exemplars: isChosen
                        ? draft.exemplars.filter((each) => each !== id)
                        : [...draft.exemplars, id],
                    })
                  }
                />
                {title}
              </label>
            );
          })}
        </div>
      )}
      <div className={shared.ways}>
        <button type="button" className={controls.button} onClick={compose}>
          {draft.script === '' ? words.compose : words.composeAgain}
        </button>
        {before !== null && (
          <button
            type="button"
            className={controls.textButton}
            onClick={() => {
              onChange(before);
              setBefore(null);
              setSaid([]);
            }}
          >
            {words.undo}
          </button>
        )}
      </div>
      <div role="status">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </section>
  );
}
