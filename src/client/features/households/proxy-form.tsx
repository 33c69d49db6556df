/** Proxy entry for one household: consent, then the questions group by group, then the review and *Gửi*. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { Send } from 'lucide-react';
import { useLocation, useSearch } from 'wouter';
import { checkAnswers } from '#domain/check-answers.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { score } from '#domain/score.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { DraftRow } from '#client/db/model.ts';
import { SaveStateLine } from '#client/form/save-state-line.tsx';
import { useAutosave } from '#client/form/use-autosave.ts';
import { usePersistence } from '#client/pwa/use-persistence.ts';
import { WarnId } from '#client/form/warn-id.tsx';
import { fill } from '#client/messages/fill.ts';
import { proxyWords } from '#client/messages/households.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import type { CommuneFacts } from '#client/form/commune-facts.ts';
import { ConsentStep } from './consent-step.tsx';
import { consentOf, mayStart } from './proxy-draft.ts';
import { ProxyReview } from './proxy-review.tsx';
import { QuestionList, withAnswer } from './question-list.tsx';

interface ProxyFormProps {
  /** As it was when the page was opened. */
  first: DraftRow;
  set: CriteriaSet;
  facts: CommuneFacts;
  name: string;
  /** A form of this family was sent from here before. */
  wasSent: boolean;
}

const STEP = 'buoc';
const REVIEW = 'xem-lai';
const LIST = '/cac-ho';

function useProxyDraft(first: DraftRow) {
  const workspace = useWorkspace();
  const [draft, setDraft] = useState(first);
  const newest = useRef(draft);
  const askOnce = usePersistence();
  const autosave = useAutosave<DraftRow>(async (next) => {
    await workspace.saveDraft(next);
    askOnce();
  });
  const { change: saveSoon } = autosave;
  const change = (part: Partial<DraftRow>): void => {
    newest.current = { ...newest.current, ...part, status: 'open', updatedAt: clock.now() };
    setDraft(newest.current);
    saveSoon(newest.current);
  };
  return { draft, newest, autosave, change };
}

export function ProxyForm({ first, set, facts, name, wasSent }: ProxyFormProps) {
  const workspace = useWorkspace();
  const [path, navigate] = useLocation();
  const step = new URLSearchParams(useSearch()).get(STEP);
  const { draft, newest, autosave, change } = useProxyDraft(first);
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const issues = useMemo(() => checkAnswers(set, draft.answers), [set, draft.answers]);
  const go = (next: string | null): void => {
    setSaid(null);
    navigate(next === null ? path : `${path}?${STEP}=${next}`);
  };
  useEffect(() => {
    window.scrollTo({ top: 0 });
  }, [step]);

  // Answers are for after consent: a link into the middle leads to the beginning.
  const group = mayStart(draft) ? set.groups.find(({ code }) => code === step) : undefined;
  const isReview = step === REVIEW && mayStart(draft);
  const at = group ? set.groups.indexOf(group) : -1;
  const groupOf = (id: string): string =>
    set.groups.find(({ criteria }) => criteria.some((each) => each.id === id || each.sharedQuestion === id))
      ?.code ?? '';

  async function remove(): Promise<void> {
    await autosave.flush();
    await workspace.deleteDraft(draft.id);
    navigate(LIST);
  }

  async function send(): Promise<void> {
    if (busy) return;
    const blocks = issues.filter(({ severity }) => severity === 'block').length;
    if (blocks > 0) return setSaid(fill(proxyWords.blocked, { n: blocks }));
    setBusy(true);
    try {
      await autosave.flush();
      const sealed = { ...newest.current, signedOffBy: newest.current.signedOffBy.trim() };
      const { opId } = await workspace.submit(sealed, {
        selfScore: score(set, sealed.answers).normalised,
        signedOffBy: sealed.signedOffBy,
        consent: consentOf(sealed),
      });
      navigate(`/bien-nhan/${opId}`, { replace: true });
    } catch {
      // One transaction: it did not happen, and everything typed is still here.
      setSaid(proxyWords.saveFailed);
      setBusy(false);
    }
  }

  const back = (): void => {
    if (isReview) return go(set.groups.at(-1)?.code ?? null);
    if (group) return go(set.groups[at - 1]?.code ?? null);
    navigate(LIST);
  };
  const title = isReview
    ? proxyWords.review
    : group
      ? fill(proxyWords.groupOf, { n: at + 1, total: set.groups.length })
      : proxyWords.title;

  return (
    <Page
      head={
        <>
          <WarnId />
          <Bar title={title} back={back} />
          <SaveStateLine autosave={autosave} draft={draft} />
        </>
      }
      foot={
        <Dock>
          <Button onClick={back}>{proxyWords.previous}</Button>
          {isReview ? (
            <Button kind="main" icon={<Send />} aria-busy={busy} onClick={() => void send()}>
              {proxyWords.send}
            </Button>
          ) : (
            <Button
              kind="main"
              onClick={() => {
                if (!mayStart(draft)) return setSaid(proxyWords.startBlocked);
                go(set.groups[at + 1]?.code ?? REVIEW);
              }}
            >
              {group ? (set.groups[at + 1] ? proxyWords.next : proxyWords.review) : proxyWords.start}
            </Button>
          )}
        </Dock>
      }
    >
      <p>
        <b>{fill(proxyWords.household, { name })}</b>
      </p>
      {isReview ? (
        <ProxyReview
          set={set}
          draft={draft}
          issues={issues}
          onEdit={(id) => go(groupOf(id))}
          onConsent={() => go(null)}
        />
      ) : group ? (
        <>
          <h2>{group.name}</h2>
          <QuestionList
            set={set}
            group={group}
            draft={draft}
            issues={issues}
            onAnswer={(id, value, ticks) =>
              change({
                answers: withAnswer(newest.current.answers, id, value),
                ...(ticks !== undefined && { ticks: { ...newest.current.ticks, [id]: ticks } }),
                place: group.code,
              })
            }
          />
        </>
      ) : (
        <ConsentStep
          draft={draft}
          facts={facts}
          now={clock.now}
          onChange={change}
          onDelete={wasSent ? null : () => void remove()}
        />
      )}
      {said !== null && (
        <Notice tone="hand">
          <p role="alert">{said}</p>
        </Notice>
      )}
    </Page>
  );
}
