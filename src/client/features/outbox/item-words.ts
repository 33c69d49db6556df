/** The words of one thing in Hàng chờ: its name, what happened and where the data is, and at most one act. */
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import type { VerdictCode } from '#protocol/exchange.ts';
import { fill } from '#client/messages/fill.ts';
import { outboxWords } from '#client/messages/outbox.ts';
import { stateSentences } from '#client/messages/states.ts';
import type { PendingItem } from '#client/subject/pending-items.ts';

const { thing: things, paper: papers, sentence } = outboxWords;

export function thingWords({ thing }: PendingItem): string {
  if (thing.kind === 'paper') return papers[thing.entity];
  return 'name' in thing ? fill(things[thing.kind], { name: thing.name }) : things[thing.kind];
}

/** Codes without a sentence of their own read as set aside, with the code to tell the officer. */
const asideSentences: Partial<Record<VerdictCode, string>> = {
  STATE_GUARD: sentence.stateGuard,
  STALE_BASIS: sentence.staleBasis,
  NOT_PERMITTED: sentence.notPermitted,
  ERASED: sentence.erased,
  UNKNOWN_SUBJECT: sentence.unknownSubject,
  LIMIT: sentence.limit,
  DRAINING: sentence.draining,
  UNRESOLVED: sentence.unresolved,
};

const asideWords = ({ result, opId, thing }: PendingItem): string => {
  const code = result?.code;
  if (thing.kind === 'withdraw' && (code === 'STATE_GUARD' || code === 'STALE_BASIS'))
    return sentence.movePassed;
  if (thing.kind === 'paper' && code === 'STALE_BASIS')
    return thing.entity === 'claimReason' || thing.entity === 'officialCount'
      ? sentence.staleEntry
      : sentence.stalePaper;
  const own = code === undefined ? undefined : asideSentences[code];
  // The end of the id is enough to find it, and short enough to read aloud.
  return (
    own ?? fill(sentence.setAside, { code: `${code ?? result?.verdict ?? ''} ${opId.slice(-6)}`.trim() })
  );
};

export function itemSentence(item: PendingItem): string {
  const { state, result } = item;
  switch (state.word) {
    case 'queued':
      return result?.verdict === 'retry' ? sentence.retry : sentence.queued;
    case 'sending':
      return sentence.sending;
    case 'lockedOut':
      return item.thing.kind === 'link' ? sentence.lockedOut : sentence.queued;
    case 'setAside':
      return asideWords(item);
    case 'conflict':
      return sentence.conflict;
    case 'safe':
      return sentence.safe;
    case 'received':
    case 'underReview':
    case 'returned':
    case 'verified':
    case 'final':
    case 'withdrawn': {
      const received = fill(sentence.received, {
        time: formatTime(state.receivedAt),
        date: formatDate(state.receivedAt),
      });
      return state.word === 'received' ? received : `${stateSentences[state.word]} ${received}`;
    }
    case 'draft':
    case 'unsaved':
      return sentence.queued;
  }
}
