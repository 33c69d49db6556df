/** What the phone is doing about the network now, always in the same place, with what is safe. */
import { deviceWords } from '#client/messages/devices.ts';
import { outboxWords } from '#client/messages/outbox.ts';
import { fill } from '#client/messages/fill.ts';
import type { EnginePhase } from '#client/workspace.ts';
import type { StateWord } from '#client/state-of.ts';
import { StateLine } from '#client/ui/state-line.tsx';

const { state: words } = outboxWords;

interface Line {
  state: StateWord;
  word: string;
  sentence: string;
}

const reasonLines: Record<Extract<EnginePhase, { kind: 'waiting' }>['reason'], Line> = {
  noNetwork: { state: 'queued', word: words.noNetwork, sentence: words.noNetworkMore },
  captivePortal: { state: 'queued', word: words.captivePortal, sentence: words.captivePortalMore },
  busy: { state: 'queued', word: words.busy, sentence: words.busyMore },
  needsScan: { state: 'lockedOut', word: words.needsScan, sentence: words.needsScanMore },
  codeRefused: { state: 'lockedOut', word: words.codeRefused, sentence: words.codeRefusedMore },
};

function lineFor(phase: EnginePhase, waiting: number, received: number, contact: string): Line {
  if (phase.kind === 'exchanging')
    return { state: 'sending', word: words.exchanging, sentence: words.exchangingMore };
  if (phase.kind === 'waiting' && phase.problem === 'device-pending')
    return { state: 'queued', word: deviceWords.awaits.title, sentence: deviceWords.awaits.line };
  if (phase.kind === 'waiting' && (waiting > 0 || phase.reason !== 'busy')) return reasonLines[phase.reason];
  if (waiting > 0)
    return { state: 'queued', word: fill(words.waiting, { n: waiting }), sentence: words.waitingMore };
  return {
    state: received > 0 ? 'received' : 'draft',
    word: received > 0 ? words.done : words.nothing,
    sentence: contact,
  };
}

interface EngineLineProps {
  phase: EnginePhase;
  waiting: number;
  received: number;
  /** Sentence of the last contact. */
  contact: string;
}

export function EngineLine({ phase, waiting, received, contact }: EngineLineProps) {
  const { state, word, sentence } = lineFor(phase, waiting, received, contact);
  return <StateLine state={state} word={word} sentence={sentence} />;
}
