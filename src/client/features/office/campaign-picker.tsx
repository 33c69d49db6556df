/** Commune and campaign at the head of the rail; a choice where there is more than one to look at. */
import { useId } from 'react';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { Campaign } from '#protocol/entities.ts';
import { currentCampaign } from '#protocol/current-campaign.ts';
import controls from './controls.module.css';
import styles from './office.module.css';
import { begunCampaigns, campaignFor } from './campaign-for.ts';
import { useWhich } from './which-campaign.tsx';

const ROWS = ['rows'] as const;

interface Known {
  commune: string;
  campaigns: readonly Campaign[];
}

/** Empty until they have arrived. */
function useKnown(): Known {
  const workspace = useWorkspace();
  return (
    useLive(
      async () => {
        const [communes, campaigns] = await Promise.all([
          workspace.rows('commune'),
          workspace.rows('campaign'),
        ]);
        const name = communes[0]?.value.name ?? '';
        return {
          commune: name.charAt(0).toUpperCase() + name.slice(1),
          campaigns: campaigns.map(({ value }) => value),
        };
      },
      [workspace],
      ROWS,
    ) ?? { commune: '', campaigns: [] }
  );
}

export function CampaignPicker() {
  const { commune, campaigns } = useKnown();
  const which = useWhich();
  const id = useId();
  const campaign = campaignFor(campaigns, which);
  const begun = begunCampaigns(campaigns, which.day);
  if (begun.length < 2)
    return (
      <small>
        {campaign === undefined || commune === ''
          ? commune
          : fill(office.place, { commune, year: String(campaign.year) })}
      </small>
    );
  return (
    <>
      <small>{commune}</small>
      <label className={styles.hidden} htmlFor={id}>
        {office.campaign}
      </label>
      <select
        id={id}
        className={`${controls.select} ${styles.campaigns}`}
        value={campaign?.id ?? ''}
        onChange={({ target }) => which.choose(target.value)}
      >
        {begun.map((each) => (
          <option key={each.id} value={each.id}>
            {fill(office.campaignOf, { year: each.year })}
          </option>
        ))}
      </select>
    </>
  );
}

/** While another campaign than the one that runs is looked at: what one writes now belongs to that. */
export function LookingBack() {
  const { campaigns } = useKnown();
  const which = useWhich();
  const campaign = campaignFor(campaigns, which);
  const running = currentCampaign(campaigns, which.day);
  if (campaign === undefined || running === undefined || campaign.id === running.id) return null;
  return (
    <p className={styles.lookingBack} role="note">
      {fill(office.lookingBack, { year: campaign.year })}{' '}
      <button type="button" className={controls.textButton} onClick={() => which.choose(running.id)}>
        {fill(office.toRunning, { year: running.year })}
      </button>
    </p>
  );
}
