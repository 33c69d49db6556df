/** `/dien-hinh`: good examples, and the bulletins made of them. The culture officer's home. */
import { Route, Switch } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { exemplarWords as words } from '#client/messages/office-exemplars.ts';
import frame from '../office.module.css';
import { useDesk } from '../today/office-desk.tsx';
import { BulletinPage } from './bulletin-page.tsx';
import { BulletinsPage } from './bulletins-page.tsx';
import { ExemplarsPage } from './exemplars-page.tsx';
import { BULLETINS_PATH } from './paths.ts';
import { readVoices } from './read-exemplars.ts';

const ROWS = ['rows', 'outbox'] as const;

export function ExemplarsApp() {
  const workspace = useWorkspace();
  const seam = useDesk();
  const campaignId = seam?.desk.campaign?.id ?? '';
  const voices = useLive(() => readVoices(workspace, campaignId), [workspace, campaignId], ROWS);
  // What was read before the campaign was known is not its own.
  if (seam === undefined || voices?.campaignId !== campaignId)
    return (
      <main className={frame.body} id="noi-dung">
        <h1>{words.title}</h1>
        <p role="status">{words.loading}</p>
      </main>
    );
  return (
    <Switch>
      <Route path={`${BULLETINS_PATH}/:id`}>
        {({ id }) => <BulletinPage key={id} id={id} seam={seam} voices={voices} />}
      </Route>
      <Route path={BULLETINS_PATH}>
        <BulletinsPage seam={seam} voices={voices} />
      </Route>
      <Route>
        <ExemplarsPage seam={seam} voices={voices} />
      </Route>
    </Switch>
  );
}
