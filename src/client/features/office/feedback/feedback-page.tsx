/** Góp ý của dân: what the public told the standing office, and what it answers. Read here, so it works offline. */
import { Printer, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { matches } from '#domain/vietnamese/search-key.ts';
import { feedbackReplySchema, type FeedbackReply } from '#protocol/office-records.ts';
import { fill } from '#client/messages/fill.ts';
import { officeFeedback as words } from '#client/messages/office-feedback.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import filters from '../filters.module.css';
import { Explain } from '../help/explain.tsx';
import { useScreenKeys } from '../help/keys.tsx';
import list from '../list.module.css';
import frame from '../office.module.css';
import sheet from '../sheet.module.css';
import { StaleOf } from '../stale-notices.tsx';
import { when } from '../when.ts';
import styles from './feedback.module.css';
import {
  isOpen,
  readFeedback,
  replyFacts,
  type FeedbackItem,
  type FeedbackStateWord,
} from './read-feedback.ts';
import { ReplyAside } from './reply-aside.tsx';

const TABLES = ['rows', 'outbox'] as const;
const PATH = '/y-kien';
const glyphs: Record<FeedbackStateWord, GlyphState> = {
  received: 'queued',
  read: 'underReview',
  answered: 'received',
  closed: 'final',
};

export function FeedbackPage() {
  const workspace = useWorkspace();
  const items = useLive(() => readFeedback(workspace), [workspace], TABLES);
  const open = items?.filter(isOpen).length ?? 0;
  const canWrite = workspace.profile.role === 'officer';
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        {items !== undefined && items.length > 0 && <p>{fill(words.count, { n: items.length, open })}</p>}
        <div className={frame.headRight}>
          <button type="button" className={controls.chip} onClick={() => window.print()}>
            <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
            {words.print}
          </button>
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        {items === undefined ? (
          <p role="status">{words.loading}</p>
        ) : items.length === 0 ? (
          <EmptyState title={words.emptyTitle}>{fill(words.empty, { address: '/y-kien-gop-y' })}</EmptyState>
        ) : (
          <Desk items={items} canWrite={canWrite} />
        )}
      </main>
    </>
  );
}

function Desk({ items, canWrite }: { items: readonly FeedbackItem[]; canWrite: boolean }) {
  const [, navigate] = useLocation();
  const params = new URLSearchParams(useSearch());
  const isOpenOnly = params.get('loc') === 'chua';
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const query = useDeferredValue(typed);
  const found = useMemo(
    () => items.filter((item) => (!isOpenOnly || isOpen(item)) && matches(item.key, query)),
    [items, isOpenOnly, query],
  );
  const field = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = useMemo(
    () => [
      { keys: ['/'], does: officeHelp.keys.slash, act: () => field.current?.focus() },
      { keys: ['ArrowDown', 'ArrowUp'], does: officeHelp.keys.rows },
      { keys: ['Enter'], does: officeHelp.keys.enter },
    ],
    [],
  );
  useScreenKeys(keys);
  const walk = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    body.current?.querySelectorAll('button')[index + step]?.focus();
  };
  const item = found.length === 0 ? undefined : items.find(({ id }) => id === chosen);
  const stale = (isShown: (reply: FeedbackReply) => boolean) =>
    canWrite && (
      <StaleOf
        entity="feedbackReply"
        schema={feedbackReplySchema}
        isShown={isShown}
        titleOf={({ id }) => items.find((each) => each.id === id)?.text ?? words.title}
        factsOf={replyFacts}
        isKeyed
      />
    );
  return (
    <>
      {stale(({ id }) => id !== item?.id)}
      <div className={filters.filters}>
        <label className={filters.find}>
          <Search aria-hidden="true" size={18} strokeWidth={2.25} />
          <input
            ref={field}
            type="search"
            value={typed}
            placeholder={words.search}
            aria-label={words.search}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <div className={filters.chips} role="group" aria-label={words.filterName}>
          {[false, true].map((only) => (
            <button
              key={String(only)}
              type="button"
              className={controls.chip}
              aria-pressed={isOpenOnly === only}
              onClick={() => navigate(only ? `${PATH}?loc=chua` : PATH, { replace: true })}
            >
              {only ? words.open : words.all}
            </button>
          ))}
        </div>
        <p className={filters.count}>{words.offline}</p>
      </div>
      {found.length === 0 ? (
        <EmptyState title={words.noMatch} />
      ) : (
        <div className={`${shared.desk} ${styles.desk}`}>
          <div className={sheet.tablewrap}>
            <table
              className={`${list.list} ${shared.table} ${shared.whole} ${styles.table}`}
              aria-label={words.tableName}
            >
              <thead>
                <tr>
                  <th scope="col">{words.columns.text}</th>
                  <th scope="col">{words.columns.state}</th>
                </tr>
              </thead>
              <tbody ref={body}>
                {found.map((each, index) => (
                  <tr
                    key={each.id}
                    data-row
                    data-open={isOpen(each) || undefined}
                    data-chosen={each.id === chosen || undefined}
                    onClick={() => setChosen(each.id)}
                  >
                    <th scope="row">
                      <button
                        type="button"
                        className={`${shared.rowButton} ${styles.row}`}
                        aria-pressed={each.id === chosen}
                        onKeyDown={(event) => walk(event, index)}
                      >
                        <b>{each.text.length > 160 ? `${each.text.slice(0, 160)}…` : each.text}</b>
                      </button>
                      <span className={sheet.why}>{fill(words.sentAt, { when: when(each.at) })}</span>
                    </th>
                    <td>
                      <span className={sheet.state}>
                        <Glyph state={glyphs[each.state]} />
                        {words.states[each.state]}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {item === undefined ? (
            <aside className={shared.aside}>
              <EmptyState title={words.chooseOne} />
            </aside>
          ) : (
            <ReplyAside
              key={item.id}
              item={item}
              canWrite={canWrite}
              above={stale(({ id }) => id === item.id)}
            />
          )}
        </div>
      )}
    </>
  );
}
