/** What is printed of one award, put right: name, post or address, the achievement and its summary. */
import { useState, type FormEvent } from 'react';
import { ACHIEVEMENT_LENGTH_MAX } from '#protocol/award-records.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { TextArea, TextField } from '#client/ui/text-field.tsx';
import shared from '../shared.module.css';
import { useAwards } from './award-desk.tsx';
import styles from './awards.module.css';
import type { AwardEntry } from './entries.ts';

const words = awardWords.edit;
const NAME_MAX = 200;
const LINE_MAX = 400;
const SUMMARY_MAX = 2000;

/** Words of a field that cannot be kept; undefined = it can. */
export const faultIn = (text: string, max: number, isNeeded = true): string | undefined =>
  isNeeded && text.trim() === ''
    ? words.needed
    : text.trim().length > max
      ? fill(words.long, { max })
      : undefined;

export function EditDialog({ entry, onClose }: { entry: AwardEntry; onClose: () => void }) {
  const { act } = useAwards();
  const { award } = entry;
  const [typed, setTyped] = useState({
    name: award.recipient.name,
    position: award.recipient.position,
    achievement: award.achievement,
    summary: award.summary,
  });
  const [isAsked, setAsked] = useState(false);
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  const faults = {
    name: faultIn(typed.name, NAME_MAX),
    position: faultIn(typed.position, LINE_MAX, false),
    achievement: faultIn(typed.achievement, ACHIEVEMENT_LENGTH_MAX),
    summary: faultIn(typed.summary, SUMMARY_MAX, false),
  };
  const shown = (field: keyof typeof faults): string | undefined => (isAsked ? faults[field] : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    const { name, position, achievement, summary } = typed;
    const value = {
      ...award,
      recipient: { ...award.recipient, name: name.trim(), position: position.trim() },
      achievement: achievement.trim(),
      summary: summary.trim(),
    };
    const label = fill(words.saved, { name: name.trim() });
    void act(label, [{ entity: 'award', id: entry.id, value, baseRev: entry.rev }]).then(onClose);
  };
  return (
    <Dialog open title={fill(words.title, { name: entry.name })} onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={words.name}
          value={typed.name}
          error={shown('name')}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={words.position}
          value={typed.position}
          error={shown('position')}
          onChange={(position) => set({ position })}
        />
        <TextArea
          label={words.achievement}
          help={fill(words.achievementHelp, {
            n: Math.max(0, ACHIEVEMENT_LENGTH_MAX - typed.achievement.trim().length),
          })}
          rows={3}
          value={typed.achievement}
          error={shown('achievement')}
          onChange={(achievement) => set({ achievement })}
        />
        <TextArea
          label={words.summary}
          rows={5}
          value={typed.summary}
          error={shown('summary')}
          onChange={(summary) => set({ summary })}
        />
        <div className={shared.ways}>
          <Button small kind="main" type="submit">
            {words.save}
          </Button>
          <Button small onClick={onClose}>
            {awardWords.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
