/** The last look before a version stands for ever, and what became of it. */
import { useState } from 'react';
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { criteriaIn, draftOf, pointsIn } from '#domain/criteria-edit/draft.ts';
import { dayOf } from '#domain/day.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { currentCampaign, hasBegun } from '#protocol/current-campaign.ts';
import type { Campaign } from '#protocol/entities.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { BatchRecord } from '#client/workspace.ts';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { brokenRollups } from '../campaign/make-next.ts';
import controls from '../controls.module.css';
import { formsOf } from './read-forms.ts';
import { refIn, withSet, type CriteriaRows, type SetFamily } from './read-sets.ts';
import type { DraftDesk } from './use-draft.ts';
import styles from './criteria.module.css';

const words = criteriaWords.publishing;
const ROWS = ['rows'] as const;

interface PublishDialogProps {
  rows: CriteriaRows;
  family: SetFamily;
  desk: DraftDesk;
  set: CriteriaSet;
  changes: number;
  onClose: () => void;
  onPublished: (batchId: string) => void;
}

/** The running campaign where nobody of the kind has sent a form yet, and those that have not begun. */
function campaignsThatTake(
  campaigns: readonly Campaign[],
  { day, sent }: { day: string; sent: number },
): { running: Campaign | undefined; takes: Campaign[] } {
  const running = currentCampaign(campaigns, day);
  return {
    running,
    takes: campaigns.filter((campaign) => (campaign === running && sent === 0) || !hasBegun(campaign, day)),
  };
}

export function PublishDialog(props: PublishDialogProps) {
  const { rows, family, desk, set, changes, onClose, onPublished } = props;
  const workspace = useWorkspace();
  const [state, setState] = useState<'asked' | 'writing' | 'failed'>('asked');
  const { subjectKind, sector } = set;
  const [day] = useState(() => dayOf(Date.now()));
  const campaigns = rows.campaigns.map(({ value }) => value);
  const running = currentCampaign(campaigns, day);
  const live = useLive(
    () =>
      formsOf(workspace, {
        campaignId: running?.id ?? '',
        subjectKind,
        ...(sector !== undefined && { sector }),
      }),
    [workspace, running?.id, subjectKind, sector],
    ROWS,
  );
  if (live === undefined) return null;
  const sent = live.forms.length;
  const hamlets = rows.families.find(({ latest }) => latest.subjectKind === 'hamlet')?.latest;
  const broken = subjectKind === 'household' ? brokenRollups(hamlets, set) : [];
  const { takes } = campaignsThatTake(campaigns, { day, sent });
  const next = takes.filter((campaign) => campaign !== running);
  const version = { n: set.version, a: family.latest.version, year: running?.year ?? '', sent };

  const publish = async (): Promise<void> => {
    setState('writing');
    try {
      await desk.save();
      const changed = rows.campaigns.flatMap(({ id, rev, value }): BatchRecord[] =>
        takes.includes(value) && refIn(value, set) !== criteriaRef(set)
          ? [{ entity: 'campaign', id, value: withSet(value, set), baseRev: rev }]
          : [],
      );
      const id = await workspace.putBatch({
        label: fill(words.label, { name: set.name, n: set.version }),
        records: [
          { entity: 'criteriaSet', id: criteriaRef(set), value: set, baseRev: 0 },
          ...changed,
          // What was being made has been made; somebody who wrote on it meanwhile is not passed over.
          { entity: 'criteriaDraft', id: desk.id, value: null, baseRev: desk.base() },
        ],
      });
      onPublished(id);
      onClose();
    } catch {
      setState('failed');
    }
  };
  return (
    <Dialog open title={fill(words.title, { n: set.version, name: set.name })} onClose={onClose}>
      <p>
        {fill(words.summary, {
          changes,
          a: family.latest.version,
          sum: formatNumber(pointsIn(criteriaIn(draftOf(set, set.version))) / 100),
        })}
      </p>
      <p>{fill(sent === 0 ? words.now : words.later, version)}</p>
      {next.map(({ id, year }) => (
        <p key={id}>{fill(words.next, { ...version, year })}</p>
      ))}
      {broken.length > 0 && <Notice tone="wait">{fill(words.breaks, { items: broken.join(', ') })}</Notice>}
      <p>{words.forever}</p>
      {state === 'failed' && <Notice tone="stop">{fill(words.failed, version)}</Notice>}
      <div className={styles.acts}>
        <button
          type="button"
          className={controls.mainButton}
          aria-busy={state === 'writing'}
          onClick={() => state !== 'writing' && void publish()}
        >
          {fill(words.confirm, version)}
        </button>
        <button type="button" className={controls.button} onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}

/** Where a publication of this machine stands with the commune. */
export function PublishState({ batchId, version }: { batchId: string; version: number }) {
  const workspace = useWorkspace();
  const standing = useLive(
    async () => (await workspace.batches()).find(({ id }) => id === batchId),
    [workspace, batchId],
  );
  if (standing === undefined) return null;
  const n = { n: version };
  if (standing.state === 'refused' || standing.state === 'kept')
    return <Notice tone="hand">{fill(words.refused, n)}</Notice>;
  return (
    <div role="status">
      <Notice tone={standing.state === 'waiting' ? 'wait' : 'word'}>
        {fill(standing.state === 'waiting' ? words.waiting : words.done, n)}
      </Notice>
    </div>
  );
}
