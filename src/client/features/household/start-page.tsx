/** Who asks, how long it takes, and the one tap that starts the form. Nothing is stored before that tap. */
import { ArrowRight } from '#client/ui/first-icons.tsx';
import { useState } from 'react';
import type { PublicCampaign } from '#protocol/public.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { fill } from '#client/messages/fill.ts';
import { household } from '#client/messages/household.ts';
import { InAppWay } from '#client/pwa/in-app-way.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';

interface StartPageProps {
  campaign: PublicCampaign | undefined;
  householdCode: string;
  /** Zalo's or Facebook's own browser: its storage is not kept. */
  isInAppBrowser: boolean;
  onStart: () => Promise<void>;
  /** What the commune has of this family, without answering anything. */
  onData: () => Promise<void>;
}

const askerOf = (campaign: PublicCampaign | undefined): string => {
  if (campaign === undefined) return household.askerUnknown;
  const deadline = campaign.deadlines.find(({ subjectKind }) => subjectKind === 'household');
  const asker = fill(household.asker, { xa: campaign.commune.name, hanGui: deadline?.phrase ?? '' });
  return asker.replace(' .', '.');
};

export function StartPage({ campaign, householdCode, isInAppBrowser, onStart, onData }: StartPageProps) {
  const [isStarting, setStarting] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const start = async (open: () => Promise<void>): Promise<void> => {
    if (isStarting) return;
    setStarting(true);
    try {
      await open();
    } catch {
      setFailed(true);
      setStarting(false);
    }
  };
  return (
    <Page
      head={
        <Bar title={household.title} heading={false}>
          <LargeTextButton />
        </Bar>
      }
      foot={
        isInAppBrowser ? undefined : (
          <Dock>
            <Button kind="main" onClick={() => void start(onStart)}>
              {household.start}
              <ArrowRight />
            </Button>
          </Dock>
        )
      }
    >
      <h1>{household.heading}</h1>
      {isInAppBrowser && <InAppWay />}
      {hasFailed && <Notice tone="hand">{household.notStarted}</Notice>}
      <p>{askerOf(campaign)}</p>
      <p>{household.intro}</p>
      <p>{household.whoAnswers}</p>
      <p>{household.offlineFine}</p>
      <p className="soft">{fill(household.slipCode, { maHo: householdCode })}</p>
      {!isInAppBrowser && (
        <Button kind="quiet" small onClick={() => void start(onData)}>
          {household.data}
        </Button>
      )}
    </Page>
  );
}
