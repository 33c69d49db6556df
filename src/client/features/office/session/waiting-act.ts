/** What the person is asked to show themselves for, in words. */
import { graveActOf } from '#protocol/policy.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { sessionWords } from '#client/messages/session.ts';
import type { GatedAct, Wanted } from '#client/sync/session-gate.ts';
import type { Workspace } from '#client/workspace.ts';

const askedWords: Record<GatedAct, string> = sessionWords.acts;

/** The first grave act that has not gone; null when none is known here (a newer commune may ask for more). */
async function sealedAct(workspace: Workspace): Promise<string | null> {
  for (const row of await workspace.outbox()) {
    if (row.result !== undefined && row.result.verdict !== 'retry') continue;
    const operation = operationIn(row);
    const act = operation && graveActOf(operation);
    if (act) return sessionWords.graveActs[act];
  }
  return null;
}

export const actWords = async (workspace: Workspace, asked: Wanted | null): Promise<string> =>
  asked === null ? ((await sealedAct(workspace)) ?? sessionWords.anyAct) : askedWords[asked.act];
