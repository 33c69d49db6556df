/** Taking back one consent: what that does, then one tap; the way depends on whose turn the form is. */
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { consentTexts } from '#client/messages/consent.ts';
import { familyData } from '#client/messages/family-data.ts';
import { fill } from '#client/messages/fill.ts';
import type { Purpose } from '#client/subject/purposes.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { AskPage } from './ask-page.tsx';
import { takeBackConsent, wayBack } from './commands.ts';
import type { FamilyData } from './read-family-data.ts';

const { consent: words } = familyData;

export function ConsentBackPage({ data, purpose }: { data: FamilyData; purpose: Purpose }) {
  const workspace = useWorkspace();
  const way = wayBack(data, purpose);
  const what = purpose === 'process' ? words.process : words[way];
  return (
    <AskPage
      title={fill(words.takeBackNamed, { ten: consentTexts[purpose].title })}
      what={[what]}
      obstacle={way === 'inForm' ? words.inForm : null}
      action={words.takeBack}
      send={() => takeBackConsent(workspace, data, purpose, clock.now())}
    >
      {way === 'inForm' && <LinkButton href="/p">{words.openForm}</LinkButton>}
    </AskPage>
  );
}
