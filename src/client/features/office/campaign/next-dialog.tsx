/** The next campaign before it is made: when phones go over to it, by which versions, with which deadlines. */
import { useState } from 'react';
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { daysBefore, noonOf } from '#domain/day.ts';
import { lastDayOf } from '#domain/next-year.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import type { Campaign, Deadline } from '#protocol/entities.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { campaignWords } from '#client/messages/office-campaign.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import controls from '../controls.module.css';
import styles from '../criteria/criteria.module.css';
import { DayField } from './day-field.tsx';
import { brokenRollups, newestOf, nextCampaign, recordsOf } from './make-next.ts';

const words = campaignWords.next;

interface NextDialogProps {
  from: Campaign;
  deadlines: readonly Deadline[];
  sets: readonly CriteriaSet[];
  /** Today, YYYY-MM-DD. */
  day: string;
  onClose: () => void;
  onMade: (batchId: string) => void;
}

const refsOf = ({ criteriaSets: { household, hamlet, unit } }: Campaign): string[] => [
  household,
  hamlet,
  ...Object.values(unit),
];

export function NextDialog({ from, deadlines, sets, day, onClose, onMade }: NextDialogProps) {
  const workspace = useWorkspace();
  const year = from.year + 1;
  // Slips printed up to today name this year's forms.
  const tomorrow = daysBefore(day, -1);
  const [beginsOn, setBeginsOn] = useState<string | null>(
    `${year}-01-01` > tomorrow ? `${year}-01-01` : tomorrow,
  );
  const newest = newestOf(sets);
  const [versions, setVersions] = useState<ReadonlyMap<string, string>>(
    new Map(refsOf(from).map((ref) => [ref, newest(ref)])),
  );
  const [hasFailed, setFailed] = useState(false);
  const version = (ref: string): string => versions.get(ref) ?? ref;
  const begun = from.beginsOn ?? `${from.year}-01-01`;
  const problem =
    beginsOn === null || beginsOn <= day
      ? words.tooEarly
      : beginsOn <= begun
        ? fill(words.notBefore, { date: formatDate(noonOf(begun)), from: from.year })
        : undefined;
  const find = (ref: string): CriteriaSet | undefined => sets.find((set) => criteriaRef(set) === ref);
  const broken = brokenRollups(
    find(version(from.criteriaSets.hamlet)),
    find(version(from.criteriaSets.household)),
  );
  const next = nextCampaign({
    campaign: from,
    deadlines,
    beginsOn: beginsOn ?? tomorrow,
    version,
    newId: () => workspace.newId(),
  });
  const make = async (): Promise<void> => {
    if (problem !== undefined || broken.length > 0) return;
    try {
      onMade(await workspace.putBatch({ label: fill(words.label, { year }), records: recordsOf(next) }));
      onClose();
    } catch {
      setFailed(true);
    }
  };
  return (
    <Dialog open title={fill(words.title, { year })} onClose={onClose}>
      <p>{fill(words.text, { year, from: from.year })}</p>
      <DayField
        label={words.beginsOn}
        help={fill(words.beginsHelp, { year })}
        value={beginsOn ?? ''}
        error={problem}
        onChange={setBeginsOn}
      />
      {refsOf(from)
        .filter((ref) => newest(ref) !== ref)
        .map((ref) => (
          <SelectField
            key={ref}
            label={find(ref)?.name ?? ref}
            none={words.sets}
            options={[...new Set([newest(ref), ref])].map((value) => ({
              value,
              label: fill(value === ref ? words.keep : words.newer, {
                n: value.split('@')[1] ?? '',
                from: from.year,
              }),
            }))}
            value={version(ref)}
            onChange={(value) => value !== null && setVersions(new Map([...versions, [ref, value]]))}
          />
        ))}
      {broken.length > 0 && <Notice tone="hand">{fill(words.badSet, { items: broken.join(', ') })}</Notice>}
      <p>
        <b>{words.deadlines}:</b>{' '}
        {next.deadlines
          .map(
            ({ subjectKind, cutoffAt }) =>
              `${campaignWords.kinds[subjectKind]} ${formatDate(noonOf(lastDayOf(cutoffAt)))}`,
          )
          .join('; ')}
      </p>
      {hasFailed && <Notice tone="stop">{campaignWords.failed}</Notice>}
      <div className={styles.acts}>
        <button type="button" className={controls.mainButton} onClick={() => void make()}>
          {fill(words.confirm, { year })}
        </button>
        <button type="button" className={controls.button} onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}

export function NextState({ batchId, year }: { batchId: string; year: number }) {
  const workspace = useWorkspace();
  const standing = useLive(
    async () => (await workspace.batches()).find(({ id }) => id === batchId),
    [workspace, batchId],
  );
  if (standing === undefined) return null;
  const isRefused = standing.state === 'refused' || standing.state === 'kept';
  const isWaiting = standing.state === 'waiting';
  return (
    <div role="status">
      <Notice tone={isRefused ? 'hand' : isWaiting ? 'wait' : 'word'}>
        {fill(isRefused ? words.refused : isWaiting ? words.waiting : words.done, { year })}
      </Notice>
    </div>
  );
}
