/** Who asks, how long it takes, and the one tap that starts the form. Nothing is stored before that tap. */
import { ArrowRight } from '#client/ui/first-icons.tsx';
import { useState } from 'react';
import type { PublicCampaign } from '#protocol/public.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { fill } from '#client/messages/fill.ts';
import { household } from '#client/messages/household.ts';
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
}

const askerOf = (campaign: PublicCampaign | undefined): string => {
  if (campaign === undefined) return household.askerUnknown;
  const deadline = campaign.deadlines.find(({ subjectKind }) => subjectKind === 'household');
  const asker = fill(household.asker, { xa: campaign.commune.name, hanGui: deadline?.phrase ?? '' });
  return asker.replace(' .', '.');
};

function OpenInBrowser() {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <Notice tone="hand" actions={<Button onClick={() => void copy()}>{household.copyLink}</Button>}>
      <p>{household.inAppBrowser}</p>
      {copied !== null && <p role="status">{copied ? household.linkCopied : household.linkNotCopied}</p>}
      {copied === false && <p className="code">{location.href}</p>}
    </Notice>
  );
}

export function StartPage({ campaign, householdCode, isInAppBrowser, onStart }: StartPageProps) {
  const [isStarting, setStarting] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const start = async (): Promise<void> => {
    if (isStarting) return;
    setStarting(true);
    try {
      await onStart();
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
            <Button kind="main" onClick={() => void start()}>
              {household.start}
              <ArrowRight />
            </Button>
          </Dock>
        )
      }
    >
      <h1>{household.heading}</h1>
      {isInAppBrowser && <OpenInBrowser />}
      {hasFailed && <Notice tone="hand">{household.notStarted}</Notice>}
      <p>{askerOf(campaign)}</p>
      <p>{household.intro}</p>
      <p>{household.whoAnswers}</p>
      <p>{household.offlineFine}</p>
      <p className="soft">{fill(household.slipCode, { maHo: householdCode })}</p>
    </Page>
  );
}
