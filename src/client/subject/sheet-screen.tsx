/** The form of a hamlet or a unit, wired to the workspace: opened, saved, reviewed, sealed. */
import { useMemo, useState, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import type { AssessmentState } from '#protocol/operation.ts';
import type { DraftRow } from '#client/db/model.ts';
import { photoRefs } from '#client/db/photo-list.ts';
import { EvidenceDeskProvider } from '#client/form/evidence/evidence-desk.tsx';
import { ClaimDeskProvider } from '#client/form/group-form/claim-desk.tsx';
import { LastYearProvider } from '#client/form/last-year.tsx';
import { GroupForm } from '#client/form/group-form/group-form.tsx';
import { readPlace, writePlace, type Place } from '#client/form/group-form/place.ts';
import { Review } from '#client/form/group-form/review.tsx';
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import type { Signer } from '#client/form/group-form/sign-off.tsx';
import type { Autosave } from '#client/form/use-autosave.ts';
import { WarnId } from '#client/form/warn-id.tsx';
import { fill } from '#client/messages/fill.ts';
import { groupWords, reviewWords } from '#client/messages/hamlet.ts';
import { common } from '#client/messages/common.ts';
import { stateSentences } from '#client/messages/states.ts';
import { roundWords } from '#client/messages/rounds.ts';
import { sheetSentence } from './sheet-sentence.ts';
import { ownerOf } from './own-records.ts';
import { lastYearPath } from './papers-path.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { usePersistence } from '#client/pwa/use-persistence.ts';
import { StateLine } from '#client/ui/state-line.tsx';
import type { SheetRows } from './read-sheet.ts';
import { ReturnedItems } from './returned-items.tsx';
import { openReturn, standingState } from './round.ts';
import { useEvidenceDesk } from './use-evidence-desk.ts';
import { useClaimDesk } from './use-claim-desk.ts';
import { useNow } from './use-now.ts';
import { usePhotos } from './use-photo-desk.ts';
import { isHeldByCommune, ownOf, sheetState } from './sheet-state.ts';

interface SheetScreenProps {
  rows: SheetRows;
  opened: DraftRow;
  facts: SheetFacts;
  home: string;
  signer: Signer | null;
}

function SaveLine({ rows, autosave }: { rows: SheetRows; autosave?: Autosave<DraftRow> }) {
  const phase = useEnginePhase();
  const state = sheetState(rows, phase, autosave?.state);
  // What was saved earlier says nothing of what was typed since.
  if (autosave?.state.kind === 'dirty') return <StateLine state="draft" sentence={stateSentences.saving} />;
  return (
    <>
      <StateLine state={state.word} sentence={sheetSentence(rows.profile, state)} />
      {state.word === 'unsaved' && autosave && (
        <Notice
          tone="stop"
          title={common.notSavedTitle}
          actions={<Button onClick={() => void autosave.flush()}>{common.retry}</Button>}
        >
          <p>{common.notSavedFreeSpace}</p>
        </Notice>
      )}
    </>
  );
}

const sentNote = ({ outbox, profile }: SheetRows): string | null => {
  const last = outbox
    .filter(({ kind, assessmentId }) => kind === 'assessment.submit' && assessmentId === profile.assessmentId)
    .at(-1);
  if (!last) return null;
  return fill(reviewWords.sentBefore, { time: formatTime(last.sealedAt), date: formatDate(last.sealedAt) });
};

const { locked } = roundWords;

/** Why the subject may not send now (`protocol.md` §7). */
const lockedWords = (state: AssessmentState | undefined): string =>
  state === 'verified' || state === 'final' ? locked[state] : locked.underReview;

export function SheetScreen({ rows, opened, facts, home, signer }: SheetScreenProps) {
  const workspace = useWorkspace();
  const [path, navigate] = useLocation();
  const search = useSearch();
  const askOnce = usePersistence();
  const { set } = facts;
  const isLocked = isHeldByCommune(rows);
  const photos = usePhotos(opened.assessmentId, isLocked);
  const marks = rows.draft?.lastYear;
  const marksText = JSON.stringify(marks);
  const lastYear = useMemo(
    () => (marks === undefined ? null : { marks, href: lastYearPath(home) }),
    // Read anew with every save; the same marks are the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [marksText, home],
  );
  const evidence = useEvidenceDesk(ownerOf(rows.profile, rows.campaign?.id), isLocked);
  const claims = useClaimDesk(set, rows, useNow());
  const [draft] = useState(opened);
  const place = useMemo(() => readPlace(search, set), [search, set]);
  const go = (next: Place): void => navigate(`${path}${writePlace(next)}`);
  const line = (autosave?: Autosave<DraftRow>): ReactNode => (
    <SaveLine rows={rows} {...(autosave !== undefined && { autosave })} />
  );
  const sources = { assessment: rows.assessment, own: ownOf(rows) };
  const returned = openReturn(sources);
  return (
    <LastYearProvider value={lastYear}>
      <EvidenceDeskProvider desk={evidence}>
        <ClaimDeskProvider desk={claims}>
          <WarnId />
          <GroupForm
            facts={facts}
            draft={draft}
            stored={rows.draft}
            title={groupWords.title}
            home={home}
            place={place}
            go={go}
            save={async (next) => {
              await workspace.saveDraft(next);
              askOnce();
            }}
            stateLine={line}
            photos={photos}
            isLocked={isLocked}
            lead={
              returned !== null && (
                <ReturnedItems
                  move={returned}
                  facts={facts}
                  answers={{ ...rows.opened?.answers, ...facts.given }}
                  form={path}
                />
              )
            }
            review={(parts) => (
              <Review
                parts={parts}
                go={go}
                stateLine={line(parts.autosave)}
                signer={signer}
                headName={rows.hamlet?.headName ?? rows.unit?.headName}
                locked={isLocked ? lockedWords(standingState(sources)) : null}
                note={sentNote(rows)}
                send={async (sealed, selfScore) => {
                  const { opId } = await workspace.submit(sealed, {
                    selfScore,
                    signedOffBy: sealed.signedOffBy,
                    photos: photoRefs(photos?.shown ?? []),
                  });
                  navigate(`/bien-nhan/${opId}`, { replace: true });
                }}
              />
            )}
          />
        </ClaimDeskProvider>
      </EvidenceDeskProvider>
    </LastYearProvider>
  );
}
