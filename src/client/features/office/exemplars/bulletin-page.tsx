/** One bulletin: its length and examples, its words for the loudspeaker with the time they take, its post, its log. */
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { dayOf } from '#domain/day.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { bulletinSchema, type Bulletin } from '#protocol/paper-records.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { bulletinWords as words } from '#client/messages/office-bulletin.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import { StaleOf } from '../stale-notices.tsx';
import { BroadcastLog } from './broadcast-log.tsx';
import type { BulletinDraft } from './bulletin-draft.ts';
import { BulletinParts } from './bulletin-parts.tsx';
import { BulletinTexts } from './bulletin-texts.tsx';
import styles from './exemplars.module.css';
import { BULLETINS_PATH, bulletinPath } from './paths.ts';
import { bulletinFacts } from './voice-facts.ts';
import { canWriteIn, type VoiceProps } from './voice-props.ts';

const DEFAULT_SECONDS = 180;

export function BulletinPage({ id, seam, voices }: VoiceProps & { id: string }) {
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const row = voices.bulletins.find((each) => each.id === id);
  const isNew = id === 'moi';
  const published = voices.exemplars.filter(({ value }) => value.state === 'published');
  const kept: BulletinDraft = row?.value ?? {
    title: fill(words.untitled, { date: formatDate(clock.now()) }),
    seconds: DEFAULT_SECONDS,
    script: '',
    post: '',
    exemplars: published.slice(0, 2).map((each) => each.id),
  };
  const [typed, setTyped] = useState<Partial<BulletinDraft>>({});
  const [said, setSaid] = useState<{ words: string; isFailure?: boolean }>({ words: '' });
  const draft: BulletinDraft = { ...kept, ...typed };
  const isChanged = Object.keys(typed).length > 0;
  const refused = voices.refused.get(id);
  const titleOfExemplar = (key: string): string =>
    voices.exemplars.find((each) => each.id === key)?.value.title ?? '';
  const campaignId = seam.desk.campaign?.id;
  const canWrite = canWriteIn(workspace.profile.role) && campaignId !== undefined;
  if (row === undefined && !isNew)
    return (
      <main className={frame.body} id="noi-dung">
        <EmptyState
          title={words.gone}
          action={
            <Link className={controls.mainButton} href={BULLETINS_PATH}>
              {words.back}
            </Link>
          }
        />
      </main>
    );
  const put = async (part: Partial<Bulletin>): Promise<void> => {
    const key = row?.id ?? workspace.newId();
    const { title, seconds, script, post, exemplars } = draft;
    const value: Bulletin = {
      id: key,
      campaignId: row?.value.campaignId ?? campaignId ?? '',
      title: title.trim() === '' ? kept.title : title.trim(),
      seconds,
      script,
      post,
      exemplars,
      broadcasts: row?.value.broadcasts ?? [],
      ...part,
    };
    await workspace.putRecord('bulletin', key, value, row?.rev ?? 0);
    setTyped({});
    setSaid({ words: fill(words.saved, { time: formatTime(clock.now()) }) });
    if (row === undefined) navigate(bulletinPath(key), { replace: true });
  };
  const save = (part: Partial<Bulletin> = {}): void => {
    put(part).catch(() => setSaid({ words: words.failed, isFailure: true }));
  };
  return (
    <>
      <header className={`${frame.head} ${styles.screen}`}>
        <Link className={controls.button} href={BULLETINS_PATH}>
          <ArrowLeft className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
          {words.back}
        </Link>
        <h1>{draft.title}</h1>
        <div className={`${frame.headRight} ${shared.ways}`}>
          <button
            type="button"
            className={controls.chip}
            disabled={draft.script === ''}
            onClick={() => window.print()}
          >
            {words.print}
          </button>
          {canWrite && (
            <button type="button" className={controls.mainButton} onClick={() => save()}>
              {words.save}
            </button>
          )}
        </div>
      </header>
      <main className={frame.body} id="noi-dung">
        <div className={styles.screen}>
          {said.isFailure === true ? (
            <Notice tone="stop">{said.words}</Notice>
          ) : (
            <p role="status">{isChanged && !isNew ? words.unsaved : said.words}</p>
          )}
          {refused !== undefined && refused !== 'STALE_BASIS' && (
            <Notice tone="hand">{words.notTaken}</Notice>
          )}
          <StaleOf
            entity="bulletin"
            schema={bulletinSchema}
            isShown={(value) => value.id === id}
            titleOf={({ title }) => title}
            factsOf={(value) => bulletinFacts(value, titleOfExemplar)}
          />
          <div className={styles.two}>
            <BulletinTexts
              draft={draft}
              canWrite={canWrite}
              onChange={(part) => setTyped({ ...typed, ...part })}
            />
            <div className={styles.side}>
              <BulletinParts
                draft={draft}
                seam={seam}
                published={published.map(({ value }) => value)}
                canWrite={canWrite}
                onChange={(part) => setTyped({ ...typed, ...part })}
              />
              <section className={sheet.sheet}>
                <h2>{words.log}</h2>
                {row === undefined ? (
                  <p>{words.saveFirst}</p>
                ) : (
                  <BroadcastLog
                    bulletin={row.value}
                    today={dayOf(clock.now())}
                    canWrite={canWrite}
                    onPut={async (broadcasts) => put({ broadcasts })}
                  />
                )}
              </section>
            </div>
          </div>
        </div>
        <article className={styles.paper}>
          <h2>{draft.title}</h2>
          {draft.script}
        </article>
      </main>
    </>
  );
}
