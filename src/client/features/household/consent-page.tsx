/** One purpose a screen, the whole text, two buttons of one weight, nothing chosen beforehand. */
import { Speaker } from '#client/ui/first-icons.tsx';
import { lazy, useState, type ReactNode } from 'react';
import type { PublicCampaign } from '#protocol/public.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { useLive } from '#client/app/use-live.ts';
import { clock } from '#client/app/platform.ts';
import { SaveStateLine } from '#client/form/save-state-line.tsx';
import { useSpeech } from '#client/form/use-speech.ts';
import { common } from '#client/messages/common.ts';
import { consent, consentTexts } from '#client/messages/consent.ts';
import { fill } from '#client/messages/fill.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Page } from '#client/ui/page.tsx';
import type { Workspace } from '#client/workspace.ts';
import styles from './consent-page.module.css';
import { factsOf, fillFacts, readFacts } from '#client/form/commune-facts.ts';
import { purposes, type Purpose } from '#client/subject/purposes.ts';
import type { DraftForm } from './use-draft-form.ts';

const DeclinedPage = lazy(async () => ({ default: (await import('./declined-page.tsx')).DeclinedPage }));

interface ConsentPageProps {
  purpose: Purpose;
  draftForm: DraftForm;
  campaign: PublicCampaign | undefined;
  workspace: Workspace | null;
  /** Said above everything else. */
  note: ReactNode;
  onBack: () => void;
  onNext: () => void;
  onErased: () => void;
}

export function ConsentPage({
  purpose,
  draftForm,
  campaign,
  workspace,
  note,
  onBack,
  onNext,
  onErased,
}: ConsentPageProps) {
  const { draft, autosave, change } = draftForm;
  const [isDeclined, setDeclined] = useState(false);
  const speech = useSpeech();
  const words = consentTexts[purpose];
  const facts = useLive(() => readFacts(workspace, campaign), [workspace, campaign]) ?? factsOf(campaign);
  const text = fillFacts(words.text, facts);
  const before = draft.consent[purpose];

  const choose = (agreed: boolean): void => {
    const choice = { agreed, textVersion: words.version, at: clock.now() };
    change({ consent: { ...draft.consent, [purpose]: choice } });
    if (words.required && !agreed) setDeclined(true);
    else onNext();
  };

  if (isDeclined)
    return (
      <DeclinedPage
        draft={draft}
        autosave={autosave}
        workspace={workspace}
        onChangeMind={() => setDeclined(false)}
        onErased={onErased}
      />
    );
  const where = fill(consent.step, { so: purposes.indexOf(purpose) + 1, tong: purposes.length });
  const spoken = `${words.title}. ${text} ${consent.question}`;
  return (
    <Page
      head={
        <>
          <Bar title={where} heading={false} back={onBack}>
            {speech !== null && (
              <Button
                icon={<Speaker />}
                onClick={() => (speech.isSpeaking ? speech.stop() : speech.say(spoken))}
              >
                {speech.isSpeaking ? common.stopListening : common.listen}
              </Button>
            )}
            <LargeTextButton />
          </Bar>
          <SaveStateLine autosave={autosave} draft={draft} />
        </>
      }
      foot={
        <Dock equal>
          <Button onClick={() => choose(false)}>{consent.decline}</Button>
          <Button onClick={() => choose(true)}>{consent.agree}</Button>
        </Dock>
      }
    >
      {note}
      <div className={styles.consent}>
        <h1 tabIndex={-1} data-screen-heading>
          {words.title}
        </h1>
        <p>{text}</p>
        {words.details.length > 0 && (
          <details>
            <summary>{consent.details}</summary>
            <ul>
              {words.details.map((detail) => (
                <li key={detail}>{fillFacts(detail, facts)}</li>
              ))}
            </ul>
          </details>
        )}
        {before !== undefined && (
          <p className="soft">
            {fill(consent.chosenBefore, { lua: before.agreed ? consent.agree : consent.decline })}
          </p>
        )}
        <p>
          <b>{consent.question}</b>
        </p>
      </div>
    </Page>
  );
}
