/** Forms of earlier campaigns that this phone had open: still here, to be read and sent. */
import { useState } from 'react';
import { dayOf } from '#domain/day.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { currentCampaign } from '#protocol/current-campaign.ts';
import type { Campaign } from '#protocol/entities.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { earlierWords as words } from '#client/messages/earlier.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import { FieldError } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { Workspace } from '#client/workspace.ts';
import { useNow } from './use-now.ts';

interface Earlier {
  campaign: Campaign;
  isUnsent: boolean;
}

async function readEarlier(
  workspace: Workspace,
  now: number,
): Promise<{ opened: Campaign | undefined; current: Campaign | undefined; earlier: Earlier[] }> {
  const { profile } = workspace;
  const { binding, communeId, assessmentId, earlier: ids = [], staysIn } = profile;
  if (binding === undefined || binding.kind === 'office')
    return { opened: undefined, current: undefined, earlier: [] };
  const [campaigns, drafts] = await Promise.all([workspace.rows('campaign'), workspace.drafts()]);
  const all = campaigns.map(({ value }) => value).sort((a, b) => b.year - a.year);
  const formOf = ({ id }: Campaign): string => assessmentIdOf(communeId, id, binding.id);
  return {
    opened: staysIn === undefined ? undefined : all.find((each) => formOf(each) === assessmentId),
    current: currentCampaign(all, dayOf(now)),
    earlier: all
      .filter((each) => ids.includes(formOf(each)))
      .map((campaign) => ({
        campaign,
        isUnsent: drafts.some(
          ({ id, status, answers }) =>
            id === formOf(campaign) && status === 'open' && Object.keys(answers).length > 0,
        ),
      })),
  };
}

/** `onOpened`: after the phone went over; screens that follow the database need nothing. */
export function EarlierForms({ onOpened }: { onOpened?: () => void }) {
  const workspace = useWorkspace();
  const now = useNow();
  const [hasFailed, setFailed] = useState(false);
  const rows = useLive(() => readEarlier(workspace, now), [workspace, now]);
  const open = (campaignId: string | null): void => {
    setFailed(false);
    workspace.openCampaign(campaignId).then(onOpened, () => setFailed(true));
  };
  if (rows === undefined) return null;
  const { opened, current, earlier } = rows;
  if (opened !== undefined)
    return (
      <Notice
        tone="wait"
        title={fill(words.now, { year: opened.year })}
        actions={
          <Button onClick={() => open(null)}>{fill(words.back, { year: current?.year ?? '' })}</Button>
        }
      >
        <p>{words.nowText}</p>
        {hasFailed && <FieldError text={words.failed} />}
      </Notice>
    );
  if (earlier.length === 0) return null;
  return (
    <Sheet title={words.title}>
      {earlier.map(({ campaign: { id, year }, isUnsent }) => (
        <div key={id}>
          <p>{fill(isUnsent ? words.unsent : words.kept, { year })}</p>
          <Button small onClick={() => open(id)}>
            {fill(words.open, { year })}
          </Button>
        </div>
      ))}
      {hasFailed && <FieldError text={words.failed} />}
    </Sheet>
  );
}
