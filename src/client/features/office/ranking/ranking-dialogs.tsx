/** The one question in front of the ranking, whichever it is. */
import { fill } from '#client/messages/fill.ts';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import type { Desk } from '../today/desk.ts';
import { DecideForm } from './decide-form.tsx';
import { FreezeForm } from './freeze-form.tsx';
import type { GroupView } from './group-view.ts';
import { KnockOutForm } from './knock-out-form.tsx';
import { frozenNow } from './make-freeze.ts';
import { PriorForm, type PriorEntry } from './prior-form.tsx';
import type { PriorChange, RankingActs } from './use-ranking-acts.ts';

export type Asked =
  | { kind: 'freeze' }
  | { kind: 'decide'; equals: readonly string[] }
  | { kind: 'knockOut' }
  | { kind: 'priors' };

interface RankingDialogsProps {
  asked: Asked;
  view: GroupView;
  desk: Desk;
  acts: RankingActs;
  priors: readonly PriorEntry[];
  year: number;
  now: number;
  nameOf: (subjectId: string) => string;
  onPriors: (changed: readonly PriorChange[], source: string) => Promise<void>;
  /** What was done, in words. */
  onSaid: (words: string) => void;
  onClose: () => void;
}

const ZONE_MS = 7 * 3_600_000;
/** Today in the commune, `YYYY-MM-DD`. */
const dayOf = (now: number): string => new Date(now + ZONE_MS).toISOString().slice(0, 10);

export function RankingDialogs(props: RankingDialogsProps) {
  const { asked, view, desk, acts, priors, year, now, nameOf, onPriors, onSaid, onClose } = props;
  switch (asked.kind) {
    case 'decide':
      return (
        <DecideForm
          equals={asked.equals}
          today={dayOf(now)}
          nameOf={nameOf}
          onSave={async (decision) => {
            await acts.decide(decision);
            onSaid(words.decide.saved);
          }}
          onClose={onClose}
        />
      );
    case 'knockOut':
      return (
        <KnockOutForm
          today={dayOf(now)}
          subjects={[...view.forms.values()].map(({ subjectId, name }) => ({
            value: subjectId,
            label: name,
          }))}
          onSave={async (knockOut) => {
            await acts.knockOut(knockOut);
            onSaid(fill(words.knockOut.saved, { name: nameOf(knockOut.subjectId) }));
          }}
          onClose={onClose}
        />
      );
    case 'priors':
      return (
        <PriorForm
          year={year}
          entries={priors}
          onSave={async (changed, source) => {
            if (changed.length > 0) await onPriors(changed, source);
          }}
          onClose={onClose}
        />
      );
    case 'freeze': {
      const frozen = frozenNow(view, desk.sets);
      return (
        <FreezeForm
          view={view}
          frozen={frozen}
          onFreeze={async (reason) => {
            const problem = frozen === null ? words.freeze.setMissing : await acts.freeze(frozen, reason);
            if (problem === '') onSaid(words.freeze.saved);
            return problem;
          }}
          onClose={onClose}
        />
      );
    }
  }
}
