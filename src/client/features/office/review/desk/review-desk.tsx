/** The desk of one submission: table at the left, the open criterion at the right, acts at the top, all by keys. */
import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { formatNumber, formatPercent } from '#domain/vietnamese/format.ts';
import type { SubmissionRow } from '#protocol/judged-rows.ts';
import type { Transition } from '#protocol/transitions.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { office } from '#client/messages/office.ts';
import { reviewWords as words } from '#client/messages/office-review.ts';
import { stateWords } from '#client/messages/states.ts';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../../controls.module.css';
import { Explain } from '../../help/explain.tsx';
import { useOfficeKeys } from '../../help/keys.tsx';
import { isPlain } from '../../moves/move-form.tsx';
import frame from '../../office.module.css';
import { submissionPath } from '../../paths.ts';
import sheets from '../../sheet.module.css';
import { CriterionPane } from '../pane/criterion-pane.tsx';
import type { Review } from '../read/use-review.ts';
import { AboutForm } from '../rounds/about-form.tsx';
import { CriteriaTable, Totals } from '../table/criteria-table.tsx';
import type { ReviewView } from '../view/criteria-view.ts';
import { batchOf } from './batch.ts';
import { DeskActs, type Neighbours } from './desk-acts.tsx';
import { DeskDialogs, type OpenDialog } from './desk-dialogs.tsx';
import { DeskNews } from './desk-news.tsx';
import styles from './desk.module.css';
import { MovesWaiting, useDrain } from './move-news.tsx';
import { deskOf } from './standing.ts';
import { useAbove } from './use-above.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useFlags } from './use-flags.ts';
import { useGroups } from './use-groups.ts';
import { useSaveKey } from './use-save-key.ts';
import { lockOf, useDesk } from './use-desk.ts';
import type { BatchItem } from './batch.ts';

interface ReviewDeskProps {
  review: Review;
  view: ReviewView;
  /** The row to open with; '' = the first that waits. */
  first: string;
  neighbours: Neighbours;
  onOpen: (submissionId: string) => void;
  onBack: () => void;
}

const ADDRESS_MS = 300;

export function ReviewDesk({ review, view, first, neighbours, onOpen, onBack }: ReviewDeskProps) {
  const workspace = useWorkspace();
  const { role } = workspace.profile;
  const { around } = review;
  const { submission, assessment, history, ownMoves } = around;
  const [, navigate] = useLocation();
  const drain = useDrain();
  const desk = useMemo(
    () => deskOf({ role, assessment, shown: submission, history, own: ownMoves }),
    [role, assessment, submission, history, ownMoves],
  );
  const hands = useDesk(review, view, desk, first);
  const { selected, each, toReturn } = hands;
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [done, setDone] = useState<readonly BatchItem[]>([]);
  const { flags, refused, dismiss } = useFlags(review, view, toReturn);
  const batch = useMemo(() => batchOf(view, desk, role), [view, desk, role]);
  const { singleKeys } = useOfficeKeys();
  const mayAssign = role === 'officer' && submission.subjectKind !== 'household';
  const canReturn = desk.moves.some(({ to }) => to === 'returned') && drain === null;

  // The address follows the open row when the hand rests: browsers refuse more than some hundred changes a minute.
  useEffect(() => {
    if (selected === '') return;
    const timer = setTimeout(
      () => navigate(submissionPath(submission.id, selected), { replace: true }),
      ADDRESS_MS,
    );
    return () => clearTimeout(timer);
  }, [selected, submission.id, navigate]);

  const move = (one: Transition): void => {
    if (one.to === 'returned') setDialog({ kind: 'return' });
    else if (one.to === 'verified') setDialog({ kind: 'verify' });
    else if (isPlain(one)) void workspace.move(submission.assessmentId, one.to);
    else setDialog({ kind: 'move', move: one });
  };
  const onRowKey = useDeskKeys({
    hands,
    desk,
    neighbours,
    singleKeys,
    canReturn,
    onOpen,
    onDialog: setDialog,
  });
  const split = useSaveKey(() => dialog === null && void hands.save());
  useAbove(split);
  const groups = useGroups(view, first);
  const snapshots = new Map([...hands.drafts.words.keys()].flatMap((id) => draftEntry(id, hands, view)));
  return (
    <>
      <header className={frame.head}>
        <button type="button" className={controls.button} aria-label={words.list.title} onClick={onBack}>
          <ArrowLeft className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
        </button>
        <div className={styles.title}>
          <h1>{titleOf(submission)}</h1>
          <p>
            <span className={sheets.state}>
              <Glyph state={desk.pulled} />
              <span>{stateWords[desk.pulled]}</span>
            </span>
            <span>{aboutWords(review)}</span>
            <MovesWaiting desk={desk} />
          </p>
        </div>
        <DeskActs
          desk={desk}
          neighbours={neighbours}
          returning={toReturn.size}
          batch={drain === null ? batch.length : 0}
          isWaiting={drain !== null}
          onOpen={onOpen}
          onMove={move}
          onBatch={() => setDialog({ kind: 'batch' })}
          onAssign={mayAssign ? () => setDialog({ kind: 'assign' }) : null}
        />
      </header>
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        <DeskNews {...{ review, view, desk, drain, hands, refused, done }} onDismiss={dismiss} />
        <div ref={split} className={styles.split}>
          <section className={sheets.tablewrap} aria-label={words.table}>
            {groups.others > 0 && (
              <p className={styles.groups}>
                {!groups.isAll && <span className={sheets.note}>{words.mineOnly.note} </span>}
                <button type="button" className={controls.textButton} onClick={groups.toggle}>
                  {groups.isAll ? words.mineOnly.less : fill(words.mineOnly.all, { n: groups.others })}
                </button>
              </p>
            )}
            <CriteriaTable
              view={groups.view}
              snapshot={submission.snapshot}
              flags={flags}
              drafts={snapshots}
              selected={selected}
              focusTimes={hands.rowFocus}
              onSelect={hands.select}
              onKey={onRowKey}
            />
            <Totals view={view} />
          </section>
          {each && (
            <CriterionPane
              review={review}
              each={each}
              hands={hands}
              lock={lockOf(desk, role, each)}
              mayReturn={canReturn}
              onTakeBack={() => void hands.takeBack()}
            />
          )}
        </div>
        <Explain text={words.explain} />
        <AboutForm review={review} />
        <p className={styles.signed}>{words.signed}</p>
      </main>
      {dialog !== null && (
        <DeskDialogs
          {...{ dialog, review, view, desk, hands, batch }}
          onDone={setDone}
          onClose={() => {
            setDialog(null);
            hands.goTo(selected);
          }}
        />
      )}
    </>
  );
}

/** "Xóm Đình 7": a hamlet's own name goes without the word. */
const titleOf = ({ subjectKind, subjectName }: SubmissionRow): string =>
  subjectKind === 'hamlet' && !subjectName.startsWith(office.kinds.hamlet)
    ? fill(words.hamletNamed, { name: subjectName })
    : subjectName;

/** "Xóm, tự khai" or, for a hamlet, from how many of its families there is a form. */
function aboutWords({ around, cross }: Review): string {
  const { subjectKind, channel } = around.submission;
  const said = `${office.kinds[subjectKind]}, ${office.channels[channel].toLowerCase()}`;
  const { facts } = cross;
  if (facts === undefined) return said;
  const households = facts.households ?? facts.families.length;
  const forms = facts.families.filter(({ answers }) => answers !== undefined).length;
  return fill(words.households, {
    households: formatNumber(households),
    forms: formatNumber(forms),
    percent: formatPercent(forms, households),
  });
}

function draftEntry(id: string, hands: ReturnType<typeof useDesk>, view: ReviewView) {
  const each = view.criteria.find(({ criterion }) => criterion.id === id);
  if (each === undefined) return [];
  const draft = hands.draftOf(each);
  return draft.points.trim() === '' && draft.code !== 'notApplicable' ? [] : [[id, draft] as const];
}
