/** Hàng chờ: what needs a hand first, then what waits, then what arrived lately; nothing is ever hidden here. */
import { Send } from 'lucide-react';
import { spellCode } from '#protocol/code.ts';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { outboxWords } from '#client/messages/outbox.ts';
import { stateWords } from '#client/messages/states.ts';
import { pendingItems, type PendingItem } from '#client/subject/pending-items.ts';
import { readPending } from '#client/subject/read-pending.ts';
import { RescueExport } from '#client/subject/rescue-export.tsx';
import { SubjectNav } from '#client/subject/subject-nav.tsx';
import { useCommunePhone } from '#client/subject/use-commune-phone.ts';
import { Bar } from '#client/ui/bar.tsx';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph, toneOf } from '#client/ui/glyph.tsx';
import { Page } from '#client/ui/page.tsx';
import { EngineLine } from './engine-line.tsx';
import { PhotosWaiting } from './photos-waiting.tsx';
import { actOf } from './item-act.ts';
import { itemSentence, thingWords } from './item-words.ts';
import styles from './outbox.module.css';

/** Arrived lately: enough to see that it went well, not a register (the receipts are). */
const RECEIVED_SHOWN = 20;

function Item({ item }: { item: PendingItem }) {
  const isHand = item.group === 'hand';
  const { profile } = useWorkspace();
  const act = actOf(item, profile.role);
  const name = thingWords(item);
  return (
    <li className={cx(styles.item, isHand && styles.hand)}>
      <Glyph state={item.state.word} />
      <div className={styles.text}>
        <h3>{name}</h3>
        <p className={cx(styles.state, `tone-${toneOf(item.state.word)}`)}>{stateWords[item.state.word]}</p>
        <p>
          {itemSentence(item)}
          {item.receipt && (
            <>
              {' '}
              {outboxWords.receiptCode} <span className="code nowrap">{spellCode(item.receipt.code)}</span>
            </>
          )}
        </p>
        {act && (
          <LinkButton
            small
            kind={isHand ? 'hand' : 'plain'}
            href={act.href}
            aria-label={`${act.label}: ${name}`}
          >
            {act.label}
          </LinkButton>
        )}
      </div>
    </li>
  );
}

const Items = ({ items }: { items: readonly PendingItem[] }) => (
  <ul className={styles.items}>
    {items.map((item) => (
      <Item key={item.key} item={item} />
    ))}
  </ul>
);

function contactWords(contactAt: number | null): string {
  if (contactAt === null) return outboxWords.contactNever;
  return fill(outboxWords.contact, { time: formatTime(contactAt), date: formatDate(contactAt) });
}

const counted = (hand: number, waiting: number): string => {
  const parts = [
    hand > 0 && fill(outboxWords.hand, { n: hand }),
    waiting > 0 && fill(outboxWords.auto, { n: waiting }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? outboxWords.nothingWaiting : `${parts.join(', ')}.`;
};

export function OutboxPage() {
  const workspace = useWorkspace();
  const phase = useEnginePhase();
  const phone = useCommunePhone();
  const rows = useLive(() => readPending(workspace), [workspace]);
  const head = (
    <Bar title={outboxWords.title} {...(workspace.profile.role === 'household' && { back: '/p' })}>
      <Button icon={<Send />} aria-busy={phase.kind === 'exchanging'} onClick={() => workspace.sendNow()}>
        {outboxWords.sendNow}
      </Button>
    </Bar>
  );
  const foot = workspace.profile.role !== 'household' && <SubjectNav current="/hang-cho" />;
  if (!rows) {
    return (
      <Page head={head} foot={foot}>
        <p role="status">{outboxWords.loading}</p>
      </Page>
    );
  }
  const items = pendingItems({ ...rows, phase });
  const of = (group: PendingItem['group']): PendingItem[] => items.filter((item) => item.group === group);
  const [hand, waiting, received] = [of('hand'), of('waiting'), of('received')];
  const contact = contactWords(rows.contactAt);
  const isAside = hand.some(({ state }) => state.word === 'setAside');
  // Then the state line says it.
  const isCalm = phase.kind === 'idle' && waiting.length === 0;
  return (
    <Page
      head={
        <>
          {head}
          <EngineLine phase={phase} waiting={waiting.length} received={received.length} contact={contact} />
        </>
      }
      foot={foot}
    >
      {items.length === 0 ? (
        <EmptyState title={outboxWords.emptyTitle}>
          <p>{outboxWords.empty}</p>
        </EmptyState>
      ) : (
        <>
          <h2 className={styles.head}>{counted(hand.length, waiting.length)}</h2>
          <Items items={[...hand, ...waiting]} />
          {received.length > 0 && (
            <>
              <h2 className={styles.head}>{outboxWords.receivedTitle}</h2>
              <Items items={received.slice(0, RECEIVED_SHOWN)} />
            </>
          )}
        </>
      )}
      {workspace.profile.assessmentId !== undefined && workspace.profile.role !== 'household' && (
        <PhotosWaiting />
      )}
      {!isCalm && <p className="soft">{contact}</p>}
      {isAside && phone !== '' && (
        <LinkButton wide href={`tel:${phone.replaceAll(' ', '')}`}>
          {fill(outboxWords.call, { phone })}
        </LinkButton>
      )}
      {(waiting.length > 0 || isAside) && <RescueExport />}
      <LinkButton kind="quiet" small href="/tinh-trang">
        {outboxWords.toStatus}
      </LinkButton>
    </Page>
  );
}
