/** Hoạt động: the log of a hamlet or a unit, its form, and what was taken out a moment ago. */
import { useLocation } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { activityWords } from '#client/messages/activities.ts';
import { activitiesPath } from '#client/subject/activities-path.ts';
import { LoadingPage, NoSetPage } from '#client/subject/home-page.tsx';
import { Bar } from '#client/ui/bar.tsx';
import { LinkButton } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { NEW } from './activity-draft.ts';
import { ActivityForm } from './activity-form.tsx';
import { ActivityList } from './activity-list.tsx';
import { readActivities } from './read-activities.ts';
import { useRemoval } from './use-removal.ts';

const READ = ['meta', 'rows', 'outbox'] as const;

export function ActivitiesApp({ home }: { home: string }) {
  const workspace = useWorkspace();
  const [path, navigate] = useLocation();
  const removal = useRemoval();
  const rows = useLive(() => readActivities(workspace), [workspace], READ);
  if (rows === undefined) return <LoadingPage title={activityWords.title} />;
  // Before the commune's campaign is on this phone there is nothing it could belong to.
  if (rows.campaign === undefined) return <NoSetPage title={activityWords.title} home={home} />;

  const list = activitiesPath(home);
  const id = path.slice(list.length + 1);
  const toList = (): void => navigate(list, { replace: true });
  const parts = { rows, home, list };
  if (id === '') return <ActivityList {...parts} removal={removal} />;
  if (id === NEW) return <ActivityForm key={NEW} {...parts} onSaved={toList} />;
  const row = rows.activities.find((each) => each.id === id);
  if (row !== undefined)
    return (
      <ActivityForm
        key={id}
        {...parts}
        row={row}
        onSaved={toList}
        onRemove={() => {
          // First, so that the form of what is gone is not seen going.
          toList();
          void removal.remove(row);
        }}
      />
    );
  return (
    <Page head={<Bar title={activityWords.title} back={list} />}>
      <EmptyState
        title={activityWords.goneTitle}
        action={
          <LinkButton kind="main" wide href={list}>
            {activityWords.toList}
          </LinkButton>
        }
      >
        <p>{activityWords.gone}</p>
      </EmptyState>
    </Page>
  );
}
