/** A draw about to be made: of whom, where, from which seed, how many; and that it cannot be taken back. */
import { useState, type FormEvent } from 'react';
import { formatNumber } from '#domain/vietnamese/format.ts';
import type { SubjectKind } from '#domain/criteria.ts';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { NumberField } from '#client/ui/number-field.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import shared from '../shared.module.css';
import type { Desk } from '../today/desk.ts';
import controls from '../controls.module.css';
import { frameOf, isOpen, SAMPLE_MAX, usualSize } from './draws.ts';
import styles from './trust.module.css';

const words = trustWords.draw;
const SEED_MAX = 200;
const kinds = ['household', 'hamlet', 'unit'] as const;

export interface NewDraw {
  subjectKind: SubjectKind;
  hamletId?: string;
  seed: string;
  size: number;
  ids: readonly string[];
}

interface DrawFormProps {
  desk: Desk;
  now: number;
  /** Something waits on this machine, or has not come yet. */
  isBehind: boolean;
  onDraw: (draw: NewDraw) => Promise<boolean>;
  onClose: () => void;
}

export function DrawForm({ desk, now, isBehind, onDraw, onClose }: DrawFormProps) {
  const [kind, setKind] = useState<SubjectKind>('household');
  const [hamletId, setHamletId] = useState<string | null>(null);
  const [seed, setSeed] = useState('');
  const [typed, setTyped] = useState<number | null>(null);
  const [isTried, setTried] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const campaignId = desk.campaign?.id ?? '';
  const ofHamlet = kind === 'household' && hamletId !== null ? { hamletId } : {};
  const ids = frameOf(desk, { campaignId, subjectKind: kind, ...ofHamlet });
  const most = Math.min(SAMPLE_MAX, ids.length);
  const size = typed ?? usualSize(ids.length);
  const isSize = size >= 1 && size <= most;
  const deadline = desk.deadlines.get(kind);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (seed.trim() === '' || !isSize) return;
    if (await onDraw({ subjectKind: kind, ...ofHamlet, seed: seed.trim(), size, ids })) onClose();
    else setFailed(true);
  };
  return (
    <Dialog open title={words.act} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <div className={styles.pairOfFields}>
          <SelectField
            label={words.kind}
            none={words.kindNames.household}
            options={kinds.slice(1).map((value) => ({ value, label: words.kindNames[value] }))}
            value={kind === 'household' ? null : kind}
            onChange={(value) => {
              setKind(kinds.find((each) => each === value) ?? 'household');
              setTyped(null);
            }}
          />
          {kind === 'household' && (
            <SelectField
              label={words.place}
              none={words.whole}
              options={desk.hamlets.map(({ id, name }) => ({ value: id, label: name }))}
              value={hamletId}
              onChange={(value) => {
                setHamletId(value);
                setTyped(null);
              }}
            />
          )}
        </div>
        <TextField
          label={words.seed}
          help={words.seedHelp}
          maxLength={SEED_MAX}
          value={seed}
          error={isTried && seed.trim() === '' ? words.seedNeeded : undefined}
          onChange={setSeed}
        />
        {ids.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <NumberField
            key={`${kind} ${hamletId}`}
            label={words.size}
            help={fill(words.sizeHelp, { n: formatNumber(ids.length) })}
            min={1}
            max={most}
            value={size}
            error={isTried && !isSize ? fill(words.sizeNeeded, { most: formatNumber(most) }) : undefined}
            onChange={setTyped}
          />
        )}
        {isOpen(desk, kind, now) && (
          <Notice tone="wait">{fill(words.early, { phrase: deadline?.phrase ?? '' })}</Notice>
        )}
        {isBehind && <Notice tone="wait">{words.unsent}</Notice>}
        <p>{words.final}</p>
        {isFailed && <p role="alert">{trustWords.failed}</p>}
        <div className={shared.ways}>
          {ids.length > 0 && (
            <button type="submit" className={controls.mainButton}>
              {fill(words.confirm, { n: formatNumber(size) })}
            </button>
          )}
          <button type="button" className={controls.button} onClick={onClose}>
            {trustWords.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
