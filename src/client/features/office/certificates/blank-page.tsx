/** One blank opened to be measured: kept here while it is changed, written when its officer says so. */
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Blank } from '#domain/certificates/blank.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { blankWords as words } from '#client/messages/office-certificates.ts';
import { usePut } from '#client/subject/use-put.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import { BlankEditor } from './blank-editor.tsx';
import { BLANKS_PATH, blankPath } from './paths.ts';
import { StaleBlanks } from './stale-blanks.tsx';

const TABLES = ['rows', 'outbox'] as const;

/** What is being changed, and the revision it was begun on: what another machine writes meanwhile is not written over. */
interface Draft {
  blank: Blank;
  rev: number;
}

export function BlankPage({ id }: { id: string }) {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const { hasFailed, run } = usePut();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isSaved, setSaved] = useState(false);
  const read = useLive(
    async () => ({ row: await workspace.row('certificateBlank', id) }),
    [workspace, id],
    TABLES,
  );
  const row = read?.row;
  const blank = draft?.blank ?? row?.value;
  if (blank === undefined) return <NotFound isRead={read !== undefined} />;
  // Taken out on another machine while it was measured here.
  const hasEnded = read !== undefined && row === undefined;
  const canWrite = workspace.profile.role === 'officer';
  const save = async (): Promise<void> => {
    // What another machine took out stays out: these numbers become a blank of their own.
    const own = hasEnded ? { ...blank, id: workspace.newId() } : blank;
    const rev = hasEnded ? 0 : (draft?.rev ?? row?.rev ?? 0);
    if (!(await run(() => workspace.putRecord('certificateBlank', own.id, own, rev)))) return;
    setDraft(null);
    setSaved(true);
    if (hasEnded) navigate(blankPath(own.id));
  };
  const change = (next: Blank): void => {
    setSaved(false);
    setDraft({ blank: next, rev: draft?.rev ?? row?.rev ?? 0 });
  };
  return (
    <>
      <header className={frame.head}>
        <h1>{blank.name}</h1>
        <div className={`${frame.headRight} ${shared.ways}`}>
          <span role="status">{draft !== null ? words.unsaved : isSaved ? words.saved : ''}</span>
          {canWrite && blank.name.trim() !== '' && (
            <button type="button" className={controls.mainButton} onClick={() => void save()}>
              {hasEnded ? words.saveAsNew : words.save}
            </button>
          )}
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        <p>
          <Link href={BLANKS_PATH}>{words.title}</Link>
        </p>
        {!canWrite && <p className={shared.soft}>{words.readOnly}</p>}
        {hasFailed && <Notice tone="stop">{words.failed}</Notice>}
        {hasEnded && <Notice tone="hand">{words.ended}</Notice>}
        <StaleBlanks />
        <BlankEditor blank={blank} onChange={change} />
      </main>
    </>
  );
}

function NotFound({ isRead }: { isRead: boolean }) {
  return (
    <main className={frame.body} id="noi-dung" tabIndex={-1}>
      <h1>{words.title}</h1>
      <StaleBlanks />
      {isRead && (
        <EmptyState
          title={words.notFoundTitle}
          action={
            <Link className={controls.mainButton} href={BLANKS_PATH}>
              {words.title}
            </Link>
          }
        >
          {words.notFound}
        </EmptyState>
      )}
    </main>
  );
}
