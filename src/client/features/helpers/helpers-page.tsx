/**
 * Máy người giúp: a head lets somebody help with the hamlet's families, by a QR code shown on the spot, for thirty days;
 * sees who helps, and ends it (`protocol.md` §6).
 */
import { useEffect, useState } from 'react';
import { HELPER_MS } from '#protocol/devices.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import { refusedWords } from '#client/subject/devices/device-outcome.ts';
import styles from '#client/subject/devices/devices.module.css';
import { ShownCode } from '#client/subject/devices/shown-code.tsx';
import { useIssue } from '#client/subject/devices/use-issue.ts';
import { useNow } from '#client/subject/use-now.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Dock } from '#client/ui/dock.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import { HelperItem } from './helper-item.tsx';
import { readHelpers, type Helper } from './read-helpers.ts';

const { helpers: words, awaits } = deviceWords;
const ROWS = ['rows', 'meta'] as const;
const NAME_MAX = 120;
const HOME = '/xom';

export function HelpersPage() {
  const workspace = useWorkspace();
  const { profile } = workspace;
  const now = useNow();
  const helpers = useLive(() => readHelpers(workspace, now), [workspace, now], ROWS);
  const [revoking, setRevoking] = useState<Helper | null>(null);
  const [news, setNews] = useState('');
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  const issue = useIssue();
  const isShown = issue.shown !== null;
  // The code takes the place of a list that may have been scrolled: it is seen from its title on.
  useEffect(() => {
    if (isShown) window.scrollTo({ top: 0 });
  }, [isShown]);
  const binding = profile.binding?.kind === 'hamlet' ? profile.binding : undefined;
  const why =
    profile.role !== 'hamletHead' ? words.notHead : profile.awaits === true ? awaits.helperNot : null;

  async function show(): Promise<void> {
    const personName = name.trim();
    setError(personName === '' ? words.nameNeeded : '');
    if (personName !== '' && binding !== undefined)
      await issue.ask({ role: 'hamletHelper', subject: binding.id, personName, way: 'screen' });
  }
  async function revoke({ device, name: of }: Helper): Promise<void> {
    setRevoking(null);
    const outcome = await (await workspace.devices()).act(device.id, 'revoke');
    setNews(refusedWords(outcome) ?? fill(words.revoked, { name: of }));
    workspace.sendNow();
  }

  if (issue.shown !== null) {
    const { code, wanted } = issue.shown;
    const done = (): void => {
      issue.forget();
      setName('');
      workspace.sendNow();
    };
    return (
      <Page
        head={<Bar title={fill(words.showTitle, { name: wanted.personName ?? '' })} back={done} />}
        foot={
          <Dock>
            <Button kind="main" onClick={done}>
              {words.done}
            </Button>
          </Dock>
        }
      >
        <ShownCode {...issue} code={code} onAnother={() => void issue.ask(wanted)} />
        <p>{words.onlyHere}</p>
      </Page>
    );
  }
  return (
    <Page
      head={<Bar title={words.title} back={HOME} />}
      foot={
        why === null ? (
          <Dock>
            <Button kind="main" aria-busy={issue.isAsking} onClick={() => void show()}>
              {issue.isAsking ? deviceWords.code.getting : words.get}
            </Button>
          </Dock>
        ) : undefined
      }
    >
      <p>{words.what}</p>
      {why === null ? (
        <>
          <TextField
            label={words.nameLabel}
            help={words.nameHelp}
            value={name}
            onChange={setName}
            maxLength={NAME_MAX}
            autoComplete="off"
            error={error === '' ? undefined : error}
          />
          <p className="soft">{fill(words.until, { date: formatDate(now + HELPER_MS) })}</p>
        </>
      ) : (
        <Notice tone="wait">{why}</Notice>
      )}
      <div role="status">
        {issue.refused !== '' && <Notice tone="hand">{issue.refused}</Notice>}
        {news !== '' && <p>{news}</p>}
      </div>
      <section aria-labelledby="may-nguoi-giup">
        <h2 id="may-nguoi-giup">{words.listTitle}</h2>
        {helpers === undefined ? (
          <p role="status">{common.loading}</p>
        ) : helpers.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        ) : (
          <ul className={styles.machines}>
            {helpers.map((helper) => (
              <HelperItem key={helper.device.id} helper={helper} onRevoke={() => setRevoking(helper)} />
            ))}
          </ul>
        )}
      </section>
      <Dialog
        open={revoking !== null}
        title={revoking && fill(words.confirmTitle, { name: revoking.name })}
        onClose={() => setRevoking(null)}
      >
        <p>{words.confirm}</p>
        <p>{words.confirmUndo}</p>
        <div className={styles.ways}>
          <Button onClick={() => setRevoking(null)}>{words.keep}</Button>
          <Button kind="hand" onClick={() => revoking && void revoke(revoking)}>
            {words.revoke}
          </Button>
        </div>
      </Dialog>
    </Page>
  );
}
