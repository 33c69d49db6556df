/** A family that does not agree: nothing is sent, and the form goes from this phone when they say so. */
import { useState } from 'react';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import type { DraftRow } from '#client/db/model.ts';
import type { Autosave } from '#client/form/use-autosave.ts';
import { common } from '#client/messages/common.ts';
import { consent, consentTexts } from '#client/messages/consent.ts';
import { stateSentences } from '#client/messages/states.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import type { Workspace } from '#client/workspace.ts';

interface DeclinedPageProps {
  draft: DraftRow;
  autosave: Autosave<DraftRow>;
  workspace: Workspace | null;
  onChangeMind: () => void;
  onErased: () => void;
}

export function DeclinedPage({ draft, autosave, workspace, onChangeMind, onErased }: DeclinedPageProps) {
  const [hasFailed, setFailed] = useState(false);
  const erase = async (): Promise<void> => {
    if (workspace === null) return;
    try {
      // A save still on its way would bring back what is erased here.
      await autosave.flush();
      await workspace.deleteDraft(draft.id);
      onErased();
    } catch {
      setFailed(true);
    }
  };
  return (
    <Page
      head={
        <>
          <Bar title={consent.declinedTitle} back={onChangeMind}>
            <LargeTextButton />
          </Bar>
          <StateLine state="draft" sentence={stateSentences.nothingSent} />
        </>
      }
      foot={
        <Dock equal>
          <Button onClick={() => void erase()} aria-disabled={workspace === null}>
            {consent.erase}
          </Button>
          <Button onClick={onChangeMind}>{consent.changeMind}</Button>
        </Dock>
      }
    >
      <p>{consentTexts.process.ifDecline}</p>
      {workspace === null && <p role="status">{common.loading}</p>}
      {hasFailed && <Notice tone="hand">{consent.notErased}</Notice>}
    </Page>
  );
}
