/** `/dot-thi-dua`: one campaign's own data as dated data, and the next one made from it. */
import { useState } from 'react';
import { Link } from 'wouter';
import { noonOf } from '#domain/day.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { currentCampaign, hasBegun } from '#protocol/current-campaign.ts';
import type { Campaign } from '#protocol/entities.ts';
import { deadlineSchema } from '#protocol/family-rows.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { campaignWords as words } from '#client/messages/office-campaign.ts';
import { deadlineWords } from '#client/messages/office-deadlines.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import controls from '../controls.module.css';
import { CRITERIA_PATH } from '../criteria/paths.ts';
import styles from '../criteria/criteria.module.css';
import { deadlineFacts } from '../deadlines/due-facts.ts';
import { Explain } from '../help/explain.tsx';
import office from '../office.module.css';
import { campaignFor } from '../campaign-for.ts';
import { StaleOf } from '../stale-notices.tsx';
import { useWhich } from '../which-campaign.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { NextDialog, NextState } from './next-dialog.tsx';
import { readCampaigns } from './read-campaigns.ts';

const standing = (campaign: Campaign, all: readonly Campaign[], day: string): string => {
  if (currentCampaign(all, day) === campaign) return words.running;
  return hasBegun(campaign, day)
    ? words.past
    : fill(words.coming, { date: formatDate(noonOf(campaign.beginsOn ?? `${campaign.year}-01-01`)) });
};

export function CampaignPage() {
  const workspace = useWorkspace();
  const rows = useLive(() => readCampaigns(workspace), [workspace]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<{ batchId: string; year: number } | null>(null);
  const which = useWhich();
  const { day } = which;
  if (rows === undefined) return <p role="status">{words.loading}</p>;
  const all = rows.campaigns.map(({ value }) => value);
  const shown = rows.campaigns.find(({ id }) => id === (chosen ?? campaignFor(all, which)?.id));
  const newest = rows.campaigns[0];
  return (
    <>
      <header className={office.head}>
        <h1>{words.title}</h1>
        <Link href={CRITERIA_PATH} className={controls.button}>
          {words.sets}
        </Link>
        {newest !== undefined && (
          <button type="button" className={controls.button} onClick={() => setMaking(true)}>
            {fill(words.next.open, { year: newest.value.year + 1 })}
          </button>
        )}
      </header>
      <main className={office.body} id="noi-dung">
        <Explain text={words.explain} />
        {made !== null && <NextState {...made} />}
        <StaleOf
          entity="deadline"
          schema={deadlineSchema}
          titleOf={({ subjectKind }) => deadlineWords.kinds[subjectKind]}
          factsOf={deadlineFacts}
        />
        {shown === undefined ? (
          <EmptyState title={words.none} />
        ) : (
          <div className={styles.form}>
            {all.length > 1 && (
              <SelectField
                label={words.choose}
                none={words.choose}
                options={all.map((each) => ({
                  value: each.id,
                  label: `${fill(words.yearOf, { year: each.year })}, ${standing(each, all, day)}`,
                }))}
                value={shown.id}
                onChange={setChosen}
              />
            )}
            {all.length === 1 && (
              <p>
                <b>{fill(words.yearOf, { year: shown.value.year })}</b>, {standing(shown.value, all, day)}
              </p>
            )}
            <CampaignForm
              key={shown.id}
              row={shown}
              deadlines={rows.deadlines.filter(({ value }) => value.campaignId === shown.id)}
              refused={rows.refused.get(shown.id)}
            />
          </div>
        )}
        {isMaking && newest !== undefined && (
          <NextDialog
            from={newest.value}
            deadlines={rows.deadlines
              .map(({ value }) => value)
              .filter(({ campaignId }) => campaignId === newest.id)}
            sets={rows.sets}
            day={day}
            onClose={() => setMaking(false)}
            onMade={(batchId) => setMade({ batchId, year: newest.value.year + 1 })}
          />
        )}
      </main>
    </>
  );
}
