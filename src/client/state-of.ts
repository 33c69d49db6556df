/**
 * The state of one form as its person sees it: a pure function of stored facts (design §3), so that no second copy can
 * drift. A word stronger than `queued` needs proof from the commune, never only an HTTP status.
 */
import type { AssessmentRow } from '#protocol/judged-rows.ts';
import type { DraftRow, OutboxRow, ProfileRow } from './db/model.ts';
import type { EnginePhase, SaveFailure } from './workspace.ts';

export type StateWord =
  | 'draft'
  | 'unsaved'
  | 'queued'
  | 'sending'
  | 'received'
  | 'safe'
  | 'withdrawn'
  | 'underReview'
  | 'returned'
  | 'conflict'
  | 'lockedOut'
  | 'setAside'
  | 'verified'
  | 'final';

/** A receipt of this phone, or one the commune shows in the assessment's row (another phone of the same subject). */
export interface ReceiptFact {
  code: string;
  receivedAt: number;
}

export interface StateFacts {
  draft?: Pick<DraftRow, 'status' | 'updatedAt'> | undefined;
  /** The last save did not reach the disk. */
  saveFailure?: SaveFailure['reason'] | undefined;
  /** Answers with two living values that a person has to choose between. */
  conflicts?: number;
  /** Newest `assessment.submit` sealed here for this form. */
  submission?: Pick<OutboxRow, 'seq' | 'sealedAt' | 'result'> | undefined;
  receipt?: ReceiptFact | undefined;
  assessment?: Pick<AssessmentRow, 'state'> | undefined;
  phase: EnginePhase;
  link: ProfileRow['link'];
  /** Highest sequence inside a verified backup. */
  safeSeq: number;
}

type Waiting = Extract<EnginePhase, { kind: 'waiting' }>;

export type FormState =
  | { word: 'draft'; savedAt: number | null }
  | { word: 'unsaved'; reason: SaveFailure['reason'] }
  | { word: 'conflict'; count: number }
  | { word: 'queued'; sealedAt: number; reason: Waiting['reason'] | null; nextTryAt: number | null }
  | { word: 'sending'; sealedAt: number }
  | { word: 'lockedOut' }
  | { word: 'setAside'; code: string }
  | ({
      word: 'received' | 'safe' | 'withdrawn' | 'underReview' | 'returned' | 'verified' | 'final';
    } & ReceiptFact);

/** The words for what the commune has, given proof that it has it. */
function heldByCommune(facts: StateFacts, receipt: ReceiptFact): FormState {
  const { assessment, submission } = facts;
  const figures: ReceiptFact = { code: receipt.code, receivedAt: receipt.receivedAt };
  switch (assessment?.state) {
    case 'withdrawn':
    case 'underReview':
    case 'returned':
    case 'verified':
    case 'final':
      return { word: assessment.state, ...figures };
    default:
      return {
        word: submission !== undefined && facts.safeSeq >= submission.seq ? 'safe' : 'received',
        ...figures,
      };
  }
}

function waitingHere(facts: StateFacts, sealedAt: number): FormState {
  const { link, phase } = facts;
  if (link.state === 'lockedOut' || (phase.kind === 'waiting' && phase.reason === 'needsScan'))
    return { word: 'lockedOut' };
  if (phase.kind === 'exchanging') return { word: 'sending', sealedAt };
  if (phase.kind === 'waiting')
    return { word: 'queued', sealedAt, reason: phase.reason, nextTryAt: phase.at };
  return { word: 'queued', sealedAt, reason: null, nextTryAt: null };
}

/**
 * Total: every combination of facts has exactly one state. What needs the person's hand comes first, then what is being
 * filled, then what waits here, then what the commune has.
 */
export function stateOf(facts: StateFacts): FormState {
  const { draft, submission, receipt } = facts;
  if (facts.saveFailure !== undefined) return { word: 'unsaved', reason: facts.saveFailure };
  const isOpen = draft?.status === 'open';
  if (isOpen && (facts.conflicts ?? 0) > 0) return { word: 'conflict', count: facts.conflicts ?? 0 };
  if (isOpen) return { word: 'draft', savedAt: draft.updatedAt };
  if (submission !== undefined) {
    const { result, sealedAt } = submission;
    if (result === undefined || result.verdict === 'retry') return waitingHere(facts, sealedAt);
    if (result.verdict === 'refused' || result.verdict === 'quarantined')
      return { word: 'setAside', code: result.code ?? result.verdict };
    // Answered for, but no receipt that verifies: not proof yet, so it still waits.
    return receipt === undefined ? waitingHere(facts, sealedAt) : heldByCommune(facts, receipt);
  }
  if (receipt !== undefined) return heldByCommune(facts, receipt);
  return { word: 'draft', savedAt: draft?.updatedAt ?? null };
}
