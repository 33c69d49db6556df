/** A family's draft, from the first moment in the pocket to the page after sending. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import type { PublicCampaign } from '#protocol/public.ts';
import { asError } from '#client/app/as-error.ts';
import { clock } from '#client/app/platform.ts';
import { createDraftKeeper, type News } from '#client/db/draft-keeper.ts';
import type { DraftRow, ProfileRow } from '#client/db/model.ts';
import type { Pocket } from '#client/db/pocket.ts';
import { usePersistence } from '#client/pwa/use-persistence.ts';
import { common } from '#client/messages/common.ts';
import type { Workspace } from '#client/workspace.ts';
import { newDraft } from './draft-of.ts';
import { HouseholdForm } from './household-form.tsx';
import { setFor } from './set-for.ts';

const SentPage = lazy(async () => ({ default: (await import('./sent-page.tsx')).SentPage }));
const ErasedPage = lazy(async () => ({ default: (await import('./erased-page.tsx')).ErasedPage }));

/** The first question comes first: the database and the engine are fetched once an answer is on disk, or after this. */
const REST_AFTER_MS = 15_000;
/** A family that comes back has both on its phone: they are read once the question can be answered. */
const REST_AGAIN_MS = 500;

interface OpenedDraftProps {
  pocket: Pocket;
  campaign: PublicCampaign | undefined;
  profile: ProfileRow;
  /** Opens the profile's database and engine: the later part of the app. */
  open: (profile: ProfileRow, onTrouble: (failure: Error) => void) => Promise<Workspace>;
  /** The phone goes to another family. */
  onClose: () => Promise<void>;
}

interface Loaded {
  draft: DraftRow;
  set: CriteriaSet;
  news?: News;
}

/** A question can be drawn and answered with what the first download brings; what comes after it needs the database. */
const isAtQuestion = (
  { status, criteriaSet, place }: DraftRow,
  campaign: PublicCampaign | undefined,
): boolean => {
  const set = setFor(campaign, criteriaSet);
  return status === 'open' && criteriaRef(set) === criteriaSet && set.screenOrder.includes(place);
};

export function OpenedDraft({ pocket, campaign, profile, open, onClose }: OpenedDraftProps) {
  const draftId = profile.assessmentId ?? profile.id;
  const keeper = useMemo(() => createDraftKeeper(pocket, draftId), [pocket, draftId]);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const [isErased, setErased] = useState(false);
  // The questions work without the database; only where it is needed does its failure stand in the way.
  const [trouble, setTrouble] = useState<Error | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [isRestWanted, setRestWanted] = useState(false);
  const persist = usePersistence();
  const keepCopy = useCallback(
    (draft: DraftRow) => {
      // The words are on disk; without this the next start is slower, and an older copy is put right by the database.
      keeper.remember(isAtQuestion(draft, campaign) ? draft : undefined).catch(() => undefined);
    },
    [keeper, campaign],
  );
  const save = useCallback(
    async (draft: DraftRow) => {
      await keeper.save(draft);
      keepCopy(draft);
      setRestWanted(true);
      persist();
    },
    [keeper, keepCopy, persist],
  );

  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const restIn = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setRestWanted(true), ms);
    };
    const openForm = async (): Promise<void> => {
      const found = await keeper.load((copy) => isAtQuestion(copy, campaign));
      if (found.waits) restIn(0);
      const kept = found.draft ?? (await found.waits);
      const draft = kept ?? newDraft(profile, setFor(campaign, undefined), clock.now());
      if (kept === undefined) await keeper.save(draft);
      if (isGone) return;
      setLoaded({ draft, set: setFor(campaign, draft.criteriaSet) });
      if (Object.keys(draft.answers).length > 0) restIn(REST_AGAIN_MS);
    };
    restIn(REST_AFTER_MS);
    openForm().catch((error: unknown) => !isGone && setFailure(asError(error)));
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
    // A campaign heard of while the form is open does not change the questions under the person's hands.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [keeper, profile, pocket, draftId]);

  useEffect(() => {
    if (!isRestWanted) return undefined;
    let isGone = false;
    const openRest = async (): Promise<Workspace> => {
      const opened = await open(profile, (reason) => !isGone && setTrouble(reason));
      const { draft: newest, seen } = await keeper.attach(opened);
      if (isGone) return opened;
      setWorkspace(opened);
      setTrouble(null);
      // A form of an earlier campaign is asked as it was then.
      const asked = newest && (await opened.row('criteriaSet', newest.criteriaSet))?.value;
      if (asked)
        setLoaded(
          (now) => now && (criteriaRef(now.set) === newest.criteriaSet ? now : { ...now, set: asked }),
        );
      if (newest === undefined) return opened;
      keepCopy(newest);
      // Sent in another tab, or just before the pocket could be told.
      if (newest.status === 'sent') setLoaded((now) => now && { ...now, draft: newest });
      else if (seen) setLoaded((now) => now && { ...now, news: { draft: newest, seen } });
      return opened;
    };
    const opening = openRest();
    opening.catch((error: unknown) => !isGone && setTrouble(asError(error)));
    return () => {
      isGone = true;
      opening.then((opened) => opened.close()).catch(() => undefined);
    };
  }, [isRestWanted, keeper, keepCopy, profile, open]);

  // To the error boundary, which says that the data are still here.
  if (failure !== null) throw failure;
  if (isErased) return <Later page={<ErasedPage />} />;
  if (loaded === null) {
    if (trouble !== null) throw trouble;
    return <Opening />;
  }
  const { draft, set, news } = loaded;
  const show = (next: DraftRow): void => setLoaded({ draft: next, set });
  if (draft.status === 'sent') {
    if (trouble !== null) throw trouble;
    if (workspace === null) return <Opening />;
    return <Later page={<SentPage {...{ workspace, draft, set, campaign, onClose }} onDraft={show} />} />;
  }
  return (
    <HouseholdForm
      first={draft}
      set={set}
      news={news}
      campaign={campaign}
      save={save}
      workspace={workspace}
      trouble={trouble}
      onSent={show}
      onErased={() => setErased(true)}
    />
  );
}

const Later = ({ page }: { page: React.ReactNode }) => <Suspense fallback={<Opening />}>{page}</Suspense>;

const Opening = () => (
  <p role="status" className="spoken-only">
    {common.loading}
  </p>
);
