/** What whoever helps by telephone asks for: counts, states and times. No names, no answers, no codes. */
import { balanceOf } from '#client/db/rare/balance.ts';
import { incidentsIn } from '#client/db/rare/incidents.ts';
import type { EngineStore } from '#client/db/engine-store.ts';
import type { ProfileRow } from '#client/db/model.ts';
import type { EnginePhase } from '#client/workspace.ts';
import type { Environment } from '../environment.ts';

export interface DiagnosticParts {
  store: EngineStore;
  environment: Pick<Environment, 'clock' | 'build' | 'isPersisted' | 'isVisible'>;
  profile: ProfileRow;
  phase: EnginePhase;
}

const countBy = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

/** Readable text, one JSON object. */
export async function diagnosticOf({ store, environment, profile, phase }: DiagnosticParts): Promise<string> {
  const { cursors, challenge: _secret, lastChain, floorChain: _floor, ...standing } = await store.state();
  const [balance, outbox, drafts, identity, isPersisted, incidents] = await Promise.all([
    balanceOf(store.tables),
    store.outbox(),
    store.drafts(),
    store.identity(),
    environment.isPersisted(),
    store.tables.read(['meta'], incidentsIn),
  ]);
  const about = {
    at: new Date(environment.clock.now()).toISOString(),
    build: environment.build,
    // Enough to find it in the commune's list of devices.
    device: identity?.deviceId.slice(0, 8) ?? null,
    role: profile.role,
    link: profile.link.state === 'lockedOut' ? profile.link : { state: profile.link.state },
    phase,
    balance,
    standing: { ...standing, chain: lastChain.slice(0, 8), scopes: Object.values(cursors) },
    verdicts: countBy(
      outbox.map(({ kind, result }) =>
        `${kind} ${result?.verdict ?? 'waiting'} ${result?.code ?? ''}`.trim(),
      ),
    ),
    drafts: countBy(drafts.map(({ subjectKind, channel, status }) => `${subjectKind} ${channel} ${status}`)),
    incidents,
    isPersisted,
  };
  return JSON.stringify(about, null, 2);
}
