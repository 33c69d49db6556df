/** Hướng dẫn: the list and one guide. Open to everybody on this phone, with or without a network. */
import type { PublicCampaign } from '#protocol/public.ts';
import { guides } from '#domain/defaults/guides.ts';
import { guideWords } from '#client/messages/guides.ts';
import { GUIDES_PATH } from '#client/form/guide-path.ts';
import { Bar } from '#client/ui/bar.tsx';
import { LinkButton } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { goBack } from './go-back.ts';
import { GuideList } from './guide-list.tsx';
import { GuideScreen } from './guide-screen.tsx';
import { filledGuide, type GuideFacts } from './guide-text.ts';
import { publicGuideFacts, useGuideFacts } from './use-guide-facts.ts';

function Guides({ id, facts }: { id: string | undefined; facts: GuideFacts }) {
  if (id === undefined) return <GuideList />;
  const guide = guides.find((each) => each.id === id);
  if (guide !== undefined) return <GuideScreen key={id} guide={filledGuide(guide, facts)} />;
  return (
    <Page head={<Bar title={guideWords.title} back={() => goBack(GUIDES_PATH)} />}>
      <EmptyState
        title={guideWords.unknownTitle}
        action={
          <LinkButton kind="main" wide href={GUIDES_PATH}>
            {guideWords.toAll}
          </LinkButton>
        }
      >
        <p>{guideWords.unknown}</p>
      </EmptyState>
    </Page>
  );
}

/** `id` undefined: the list. */
export const GuidesPage = ({ id, campaign }: { id?: string; campaign: PublicCampaign | undefined }) => (
  <Guides id={id} facts={publicGuideFacts(campaign)} />
);

export const ProfileGuides = ({ id }: { id?: string }) => <Guides id={id} facts={useGuideFacts()} />;
