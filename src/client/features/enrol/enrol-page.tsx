/**
 * From a link or a typed code to a phone that works for somebody. Opening the page spends nothing: only the tap asks the
 * commune, which alone knows whose code it is (`protocol.md` §6).
 */
import { ScanLine } from 'lucide-react';
import { useState } from 'react';
import type { ProfileRow } from '#client/db/model.ts';
import type { EnrolNowOutcome } from '#client/sync/enrol-now.ts';
import { LargeTextButton } from '#client/app/large-text-button.tsx';
import { deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import { enrolWords } from '#client/messages/enrol.ts';
import { household } from '#client/messages/household.ts';
import { scanWords } from '#client/messages/scan.ts';
import { InAppWay } from '#client/pwa/in-app-way.tsx';
import { SCAN_PATH } from '#client/subject/scan-path.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { isCodeSpent, needsNewCode, outcomeWords } from './outcome-words.ts';
import { Refusal } from './refusal.tsx';
import { TypedCodeField } from './typed-code-field.tsx';
import { readTypedCode } from './read-typed-code.ts';
import { useLink } from './use-link.ts';

interface EnrolPageProps {
  /** Asks the commune; resolves with whatever came of it, never rejects for the network. */
  enrol: (code: string, label: string) => Promise<EnrolNowOutcome>;
  /** The phone is somebody's now: on to their home. */
  onEnrolled: (profile: ProfileRow) => void;
  /** Zalo's or Facebook's own browser: nothing kept there is safe, so nothing is redeemed there. */
  isInAppBrowser: boolean;
  /** Where this phone knows it already. */
  commune?: { name: string; phone: string } | undefined;
}

type Progress =
  | { kind: 'resting' }
  | { kind: 'asking' }
  /** `isUnheard`: the commune was not reached. */
  | { kind: 'failed'; words: string; needsNew?: boolean; isUnheard?: boolean }
  /** `isReady`: what the commune has for this person is here already. */
  | { kind: 'done'; profile: ProfileRow; isReady: boolean };

const LABEL_MAX = 80;

/** Who gives out codes, so that one from anybody else is not used; the commune by name where this phone knows it. */
function issuerWords({ name, phone }: NonNullable<EnrolPageProps['commune']>): string {
  const who = fill(enrolWords.issuer, { commune: name });
  return phone === '' ? who : `${who} ${fill(enrolWords.issuerAsk, { phone })}`;
}

export function EnrolPage({ enrol, onEnrolled, isInAppBrowser, commune }: EnrolPageProps) {
  const { link, forget } = useLink(!isInAppBrowser);
  const [typed, setTyped] = useState('');
  const [label, setLabel] = useState('');
  const [progress, setProgress] = useState<Progress>({ kind: 'resting' });
  const read = readTypedCode(typed);
  const isLink = link.kind === 'link' && link.fragment.kind === 'enrol';
  const code = link.kind === 'link' ? link.fragment.secret : read.kind === 'complete' ? read.code : null;
  const isAsking = progress.kind === 'asking';

  async function press(): Promise<void> {
    if (isAsking) return;
    if (code === null) return setProgress({ kind: 'failed', words: enrolWords.codeNeeded });
    setProgress({ kind: 'asking' });
    try {
      const outcome = await enrol(code, label.trim() || enrolWords.labelDefault);
      if (outcome.kind === 'answered') {
        forget();
        return setProgress({ kind: 'done', profile: outcome.profile, isReady: outcome.isReady });
      }
      if (isLink && isCodeSpent(outcome)) forget();
      setProgress({
        kind: 'failed',
        words: outcomeWords(outcome),
        needsNew: needsNewCode(outcome),
        isUnheard: outcome.kind === 'unreachable',
      });
    } catch {
      // Storage failed under us before anything was asked.
      setProgress({ kind: 'failed', words: enrolWords.failure.storage });
    }
  }

  if (progress.kind === 'done') {
    const { profile, isReady } = progress;
    return (
      <Page
        head={<Bar title={profile.awaits === true ? deviceWords.awaits.title : enrolWords.doneTitle} />}
        foot={
          <Dock>
            <Button kind="main" onClick={() => onEnrolled(profile)}>
              {profile.role === 'household'
                ? enrolWords.slipButton
                : profile.awaits === true
                  ? deviceWords.awaits.enter
                  : enrolWords.go}
            </Button>
          </Dock>
        }
      >
        <p role="status">
          <b>{fill(enrolWords.done, { title: profile.title })}</b>
        </p>
        {profile.awaits === true && (
          <>
            <p>{deviceWords.awaits.what}</p>
            <p>{enrolWords.awaitsNext}</p>
          </>
        )}
        {profile.role === 'household' && (
          // A scanned slip opens at the page that says who asks and why; who types its code reads it here.
          <>
            <p>{household.askerUnknown}</p>
            <p>{household.intro}</p>
            <p>{household.whoAnswers}</p>
            <p>{household.offlineFine}</p>
          </>
        )}
        {profile.awaits !== true && !isReady && <p>{enrolWords.notReady}</p>}
      </Page>
    );
  }
  if (link.kind === 'link' && link.fragment.kind === 'slip') {
    return (
      <Page head={<Bar title={enrolWords.title} />}>
        <p>{enrolWords.slipLink}</p>
        <LinkButton kind="main" wide href={`/p#${link.text}`}>
          {enrolWords.slipButton}
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page
      head={
        <Bar title={enrolWords.title}>
          <LargeTextButton />
        </Bar>
      }
      foot={
        isInAppBrowser ? undefined : (
          <Dock>
            <Button kind="main" aria-busy={isAsking} aria-disabled={isAsking} onClick={() => void press()}>
              {progress.kind === 'failed' && code !== null ? enrolWords.again : enrolWords.button}
            </Button>
          </Dock>
        )
      }
    >
      {isInAppBrowser && <InAppWay />}
      {progress.kind === 'failed' && (
        <Refusal words={progress.words} needsNew={progress.needsNew ?? false} phone={commune?.phone} />
      )}
      {progress.kind === 'failed' && progress.isUnheard === true && !isLink && (
        <p>{enrolWords.scanOffline}</p>
      )}
      {link.kind === 'broken' && (
        <Notice tone="hand" title={enrolWords.badLinkTitle}>
          {enrolWords.badLink}
        </Notice>
      )}
      {isLink ? (
        <>
          <p>{enrolWords.intro}</p>
          <p>{issuerWords(commune ?? { name: enrolWords.issuerUnknown, phone: '' })}</p>
          <p className="soft">{enrolWords.onlyTap}</p>
        </>
      ) : (
        !isInAppBrowser && (
          <>
            <LinkButton wide href={SCAN_PATH} icon={<ScanLine />}>
              {scanWords.open}
            </LinkButton>
            <TypedCodeField typed={typed} read={read} onType={setTyped} />
          </>
        )
      )}
      {!isInAppBrowser && (
        <TextField
          label={enrolWords.labelLabel}
          help={enrolWords.labelHelp}
          value={label}
          onChange={setLabel}
          maxLength={LABEL_MAX}
          autoComplete="off"
        />
      )}
      <div role="status">{isAsking && <p>{enrolWords.progress.asking}</p>}</div>
    </Page>
  );
}
