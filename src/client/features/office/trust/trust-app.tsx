/** Kiểm tra lại: what is worth a second look, the random draw, visits. One reading of the replica for all three. */
import { useMemo } from 'react';
import { Route, Switch } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { trustWords as words } from '#client/messages/office-trust.ts';
import frame from '../office.module.css';
import { useDesk } from '../today/office-desk.tsx';
import { DrawPage } from './draw-page.tsx';
import { DRAW_TAB, VISIT_NEW, VISITS_TAB } from './paths.ts';
import { readTrust } from './read-trust.ts';
import { SignalsPage } from './signals-page.tsx';
import { subjectsOf } from './subjects.ts';
import type { TrustSeam } from './trust-frame.tsx';
import { VisitPage } from './visit-page.tsx';
import { VisitsPage } from './visits-page.tsx';

const TABLES = ['rows', 'outbox'] as const;

export function TrustApp() {
  const workspace = useWorkspace();
  const { role } = workspace.profile;
  const desk = useDesk();
  const rows = useLive(() => readTrust(workspace), [workspace], TABLES);
  const seam = useMemo<TrustSeam | undefined>(
    () =>
      desk &&
      rows && {
        ...desk,
        rows,
        subjects: subjectsOf(desk.desk),
        canVisit: role === 'officer' || role === 'cultureOfficer',
        canDraw: role === 'officer',
      },
    [desk, rows, role],
  );
  if (seam === undefined)
    return (
      <main className={frame.body} id="noi-dung">
        <p role="status">{words.loading}</p>
      </main>
    );
  return (
    <Switch>
      <Route path={DRAW_TAB}>
        <DrawPage seam={seam} />
      </Route>
      <Route path={VISITS_TAB}>
        <VisitsPage seam={seam} />
      </Route>
      <Route path={`${VISITS_TAB}/:id`}>
        {({ id }) => <VisitPage key={id} seam={seam} id={id === VISIT_NEW ? null : id} />}
      </Route>
      <Route>
        <SignalsPage seam={seam} />
      </Route>
    </Switch>
  );
}
