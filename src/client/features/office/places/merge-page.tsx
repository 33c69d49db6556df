/** Two hamlets become one: chosen, seen beforehand, written as one batch that can be taken back. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { mergeHamlets, mergerCounts } from '#domain/import/merge-hamlets.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords } from '#client/messages/office-places.ts';
import { Notice } from '#client/ui/notice.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import sheet from '../sheet.module.css';
import { Frame } from './frame.tsx';
import { BATCHES_TAB } from './paths.ts';
import { isEnding, usePlaces, today, type Places } from './read-places.ts';
import styles from './places.module.css';

const words = placesWords.mergeScreen;

function Merge({ places }: { places: Places }) {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const [fromId, setFrom] = useState<string | null>(null);
  const [toId, setTo] = useState<string | null>(null);
  const [newName, setNewName] = useState('');
  const [day, setDay] = useState(() => today(clock.now()));
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const options = places.hamlets
    .filter(({ value }) => !isEnding(value))
    .map(({ id, value }) => ({ value: id, label: value.name }));
  const from = places.hamlets.find(({ id }) => id === fromId);
  const to = places.hamlets.find(({ id }) => id === toId);
  const isPair = from !== undefined && to !== undefined && from.id !== to.id;
  const counts = isPair ? mergerCounts({ from, to, households: places.households }) : null;
  const shown = (count: number | undefined): string =>
    count === undefined ? words.unknown : formatNumber(count);
  const posts = places.positions.filter(({ value }) => value.subjectId === fromId && !isEnding(value)).length;
  const isComplete = isPair && why.trim() !== '' && day !== '';
  const merge = async (): Promise<void> => {
    setAsked(true);
    if (!isComplete) return;
    const records = mergeHamlets(
      {
        from,
        to,
        households: places.households,
        newName: newName.trim(),
        day,
        why: why.trim(),
        source: words.source,
      },
      () => workspace.newId(),
    );
    try {
      const label = fill(words.batch, { from: from.value.name, to: to.value.name });
      await workspace.putBatch({ label, records });
      navigate(BATCHES_TAB);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Frame title={words.title} explain={words.explain}>
      <div className={styles.form}>
        <div className={styles.pair}>
          <SelectField
            label={words.from}
            none={words.choose}
            options={options}
            value={fromId}
            onChange={setFrom}
            error={asked && from === undefined ? placesWords.needed : undefined}
          />
          <SelectField
            label={words.to}
            none={words.choose}
            options={options}
            value={toId}
            onChange={setTo}
            error={asked && !isPair ? words.same : undefined}
          />
        </div>
        <div className={styles.pair}>
          <TextField
            label={words.newName}
            help={words.newNameHelp}
            value={newName}
            onChange={setNewName}
            autoComplete="off"
          />
          <TextField
            label={words.day}
            type="date"
            value={day}
            onChange={setDay}
            error={asked && day === '' ? placesWords.badDay : undefined}
          />
        </div>
        <TextField
          label={words.why}
          help={words.whyHelp}
          value={why}
          onChange={setWhy}
          autoComplete="off"
          error={asked && why.trim() === '' ? placesWords.needed : undefined}
        />
        {counts !== null && isPair && (
          <Notice tone="word">
            <p>
              {fill(words.preview, {
                n: formatNumber(counts.moved),
                from: from.value.name,
                to: to.value.name,
                sum: shown(counts.households),
                people: shown(counts.people14plus),
              })}
            </p>
            {posts > 0 && <p>{fill(words.people, { n: posts, from: from.value.name })}</p>}
          </Notice>
        )}
        {failed && <Notice tone="stop">{placesWords.failed}</Notice>}
        <p className={sheet.note}>{placesWords.batches.explain}</p>
        <button type="button" className={controls.mainButton} onClick={() => void merge()}>
          {words.do}
        </button>
      </div>
    </Frame>
  );
}

export function MergePage() {
  const places = usePlaces();
  return places ? (
    <Merge places={places} />
  ) : (
    <Frame>
      <p role="status">{common.loading}</p>
    </Frame>
  );
}
