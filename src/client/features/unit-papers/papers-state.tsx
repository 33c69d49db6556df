/** The state line of the papers: what waits goes first, then when the commune was last heard of. */
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { useEnginePhase } from '#client/app/use-phase.ts';
import { fill } from '#client/messages/fill.ts';
import { paperWords } from '#client/messages/unit.ts';
import { usePendingCount } from '#client/subject/subject-nav.tsx';
import { StateLine } from '#client/ui/state-line.tsx';
import type { PaperRows } from './read-papers.ts';

export function PapersState({ rows }: { rows: PaperRows }) {
  const phase = useEnginePhase();
  const n = usePendingCount() ?? 0;
  if (n > 0) {
    const isSending = phase.kind === 'exchanging';
    return (
      <StateLine
        state={isSending ? 'sending' : 'queued'}
        word={fill(isSending ? paperWords.sending : paperWords.waiting, { n })}
        sentence={paperWords.waitingMore}
        href="/hang-cho"
      />
    );
  }
  const { plan, narrative, nominations, evidence, sheet } = rows;
  const at = sheet.sync.contactAt;
  const isEmpty = plan === undefined && narrative === undefined && nominations.length + evidence.length === 0;
  if (isEmpty || at === null) return <StateLine state="draft" sentence={paperWords.nothing} />;
  return (
    <StateLine
      state="received"
      sentence={fill(paperWords.received, { time: formatTime(at), date: formatDate(at) })}
    />
  );
}
