/** Commands of hamlets, units and the office that a family's form does not need. */
import { canon, toNfc } from '#protocol/canon.ts';
import type { AssessmentRow } from '#protocol/judged-rows.ts';
import { madeAt } from '#protocol/id-time.ts';
import type { Change } from '#protocol/operation.ts';
import { balanceOf } from '#client/db/rare/balance.ts';
import type { DraftRow, OutboxRow, ProfileRow } from '#client/db/model.ts';
import { operationIn } from '#client/db/own-operation.ts';
import { textOf } from '#client/db/answer-text.ts';
import { conflictsOf, without, type Version } from '#client/db/registers.ts';
import { isRowOf } from '#client/db/row-of.ts';
import type { FieldConflict, Workspace } from '#client/workspace.ts';
import { seal, type SealContext } from '../seal.ts';
import { registersOf } from '../seal-drafts.ts';

export interface CommandParts {
  sealing: () => SealContext;
  profile: () => ProfileRow;
  /** Something was sealed: the engine should wake. */
  announce: () => void;
  onError: (error: unknown) => void;
}

/** As many as an operation names at most (`protocol.md` §3). */
const BASES_MAX = 64;

/** A move of this phone that the pulled row does not show, and that the commune has taken or may yet take. */
export const isMoveAhead = ({ kind, result }: OutboxRow, rev: number): boolean =>
  kind === 'assessment.move' &&
  (result === undefined ||
    result.verdict === 'retry' ||
    (result.verdict === 'applied' && (result.rev ?? 0) > rev));

type Commands = Pick<Workspace, 'conflicts' | 'choose' | 'move' | 'score' | 'balance'>;

function choicesOf(versions: readonly Version[], ownIds: ReadonlySet<string>): FieldConflict['choices'] {
  const ownFirst = [...versions].sort((a, b) => Number(ownIds.has(b.opId)) - Number(ownIds.has(a.opId)));
  const choices = new Map<string | undefined, FieldConflict['choices'][number]>();
  for (const { opId, value } of ownFirst) {
    if (choices.has(textOf(value))) continue;
    const known = { isOwn: ownIds.has(opId), at: madeAt(opId) };
    choices.set(textOf(value), value === undefined ? known : { ...known, value });
  }
  return [...choices.values()];
}

/** The draft with one answer as it was chosen, and nothing left to send for it. */
function withChoice(draft: DraftRow, field: string, { value }: Change, at: number): DraftRow {
  return {
    ...draft,
    answers: value === undefined ? without(draft.answers, field) : { ...draft.answers, [field]: value },
    sealed: value === undefined ? without(draft.sealed, field) : { ...draft.sealed, [field]: canon(value) },
    // Which entries another phone ticked is not known, only how many.
    ticks: without(draft.ticks, field),
    updatedAt: Math.max(at, draft.updatedAt + 1),
  };
}

/** The submission a person of this role means: a head's proxy entry, or the subject's own before a proxy's. */
function currentSubmission(assessment: AssessmentRow, { role }: ProfileRow): string {
  const current = assessment.submissions.filter((submission) => submission.current);
  const typedHere = role === 'hamletHead' && assessment.subjectKind === 'household';
  const wanted = current.find(({ channel }) => channel === (typedHere ? 'proxy' : 'self')) ?? current[0];
  if (wanted === undefined) throw new Error('nothing was sent yet');
  return wanted.id;
}

export function createCommands({ sealing, profile, announce, onError }: CommandParts): Commands {
  const { store } = sealing();
  return {
    async conflicts(assessmentId) {
      const { live, ownIds } = await registersOf(store, assessmentId);
      return conflictsOf(live).map((criterionId) => ({
        criterionId,
        choices: choicesOf(live[criterionId] ?? [], ownIds),
      }));
    },

    async choose(draftId, criterionId, chosen) {
      await seal(sealing(), async () => {
        const assessmentId = (await store.draft(draftId))?.assessmentId ?? draftId;
        const { live } = await registersOf(store, assessmentId);
        const bases = (live[criterionId] ?? []).map(({ opId }) => opId);
        const value = toNfc(chosen);
        const change: Change = value === undefined ? { bases } : { value, bases };
        const { clock } = sealing();
        return {
          intent: { kind: 'answers.save', args: { assessmentId, changes: { [criterionId]: change } } },
          draftId,
          patchDraft: {
            id: draftId,
            patch: (draft) =>
              draft === undefined ? undefined : withChoice(draft, criterionId, change, clock.now()),
          },
        };
      });
      announce();
    },

    async move(assessmentId, to, words = {}) {
      await seal(sealing(), async () => {
        const row = await store.row('assessment', assessmentId);
        if (row === undefined || !isRowOf(row, 'assessment')) throw new Error('this form is not known here');
        // Moves on their way come first: each leads the form one step on.
        const ahead = (await store.outbox()).filter(
          (own) => own.assessmentId === assessmentId && isMoveAhead(own, row.rev),
        );
        const statusRev = row.value.statusRev + ahead.length;
        const submission = currentSubmission(row.value, profile());
        const args = { assessmentId, submission, to, statusRev, ...toNfc(words) };
        return { intent: { kind: 'assessment.move', args } };
      });
      announce();
    },

    async score({ submission, criterionId, points, reasonCode, reason, seen }) {
      await seal(sealing(), async () => {
        const of = await store.row('submission', submission);
        if (of === undefined || !isRowOf(of, 'submission')) throw new Error('this sending is not known here');
        const given = await store.row('scores', submission);
        const shown = given !== undefined && isRowOf(given, 'scores') ? given.value.fields[criterionId] : [];
        const own = (await store.outbox()).flatMap((row) => {
          const operation = row.kind === 'score.set' ? operationIn(row) : undefined;
          if (operation?.kind !== 'score.set') return [];
          const { args, opId } = operation;
          return args.submission === submission && args.criterionId === criterionId ? [opId] : [];
        });
        const known = seen ?? (shown ?? []).map(({ opId }) => opId);
        // One's own newest; those before it are long superseded by it.
        const bases = [...new Set([...known, ...own])].slice(-BASES_MAX);
        const { digest: basis } = of.value;
        return {
          intent: {
            kind: 'score.set',
            args: { submission, criterionId, points, reasonCode, reason: toNfc(reason), basis, bases },
          },
        };
      });
      announce();
    },

    async balance() {
      const balance = await balanceOf(store.tables);
      const { made, received, safe, waiting, setAside } = balance;
      if (made !== received + safe + waiting + setAside)
        onError(new Error(`of ${made} operations made, ${JSON.stringify(balance)} are accounted for`));
      return balance;
    },
  };
}
