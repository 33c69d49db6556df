/** The review: the list of what arrived, and one form of it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { readEntries } from '../entries.ts';
import { LIST_PATH, submissionPath } from '../paths.ts';
import { useWhich } from '../which-campaign.tsx';
import type { Neighbours } from './desk/desk-acts.tsx';
import { readFilter, sortEntries } from './list/filter.ts';
import { ReviewList, type ListPlace } from './list/review-list.tsx';
import { useVerifyRun } from './many/use-verify-run.ts';
import { ReviewPage } from './review-page.tsx';

const neighboursOf = (order: readonly string[], id: string): Neighbours => {
  const at = order.indexOf(id);
  if (at === -1) return { previous: undefined, next: undefined, at: 0, all: order.length };
  return { previous: order[at - 1], next: order[at + 1], at: at + 1, all: order.length };
};

export function ReviewApp() {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const [, params] = useRoute<{ submissionId: string }>(`${LIST_PATH}/:submissionId`);
  const submissionId = params?.submissionId;
  const { chosen, day } = useWhich();
  /** Where one was in the list, so that Esc gives it back as it was. */
  const place = useRef<ListPlace>({ search: '', activeId: '', order: [] });
  const [order, setOrder] = useState<readonly string[]>([]);
  // Here, so that it goes on while one opens a form.
  const runner = useVerifyRun();

  useEffect(() => {
    if (submissionId === undefined) return undefined;
    place.current.activeId = submissionId;
    let isOver = false;
    const known = place.current.order;
    // Opened by its address: the whole list in its own order.
    const read = async (): Promise<readonly string[]> => {
      const { sort, reversed } = readFilter('');
      return sortEntries(await readEntries(workspace, { chosen, day }), sort, reversed).map(({ id }) => id);
    };
    void (known.length > 0 ? Promise.resolve(known) : read()).then((ids) => {
      place.current.order = ids;
      if (!isOver) setOrder(ids);
    });
    return () => {
      isOver = true;
    };
  }, [submissionId, workspace, chosen, day]);

  const back = useCallback(() => {
    const { search } = place.current;
    navigate(search ? `${LIST_PATH}?${search}` : LIST_PATH);
  }, [navigate]);
  const open = useCallback((id: string) => navigate(submissionPath(id)), [navigate]);

  return submissionId === undefined ? (
    <ReviewList place={place.current} runner={runner} onOpen={open} />
  ) : (
    <ReviewPage
      key={submissionId}
      submissionId={submissionId}
      neighbours={neighboursOf(order, submissionId)}
      onOpen={open}
      onBack={back}
    />
  );
}
