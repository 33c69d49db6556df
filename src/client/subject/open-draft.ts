/**
 * The hamlet's or unit's one open draft. A phone that has none yet takes what the commune already holds of it (a lost or
 * second phone); where two phones wrote differently it takes neither: a person chooses.
 */
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { adopt, liveFields } from '#client/db/registers.ts';
import type { DraftRow, OutboxRow, ProfileRow, StoredRow } from '#client/db/model.ts';

interface DraftSources {
  profile: ProfileRow;
  /** The version the draft is pinned to from here on. */
  set: CriteriaSet;
  registers: StoredRow<'answers'> | undefined;
  outbox: OutboxRow[];
}

export function openDraft({ profile, set, registers, outbox }: DraftSources): DraftRow {
  const assessmentId = profile.assessmentId ?? '';
  const binding = profile.binding;
  const blank: DraftRow = {
    id: assessmentId,
    assessmentId,
    subjectKind: set.subjectKind,
    ...(binding !== undefined && binding.kind !== 'office' && { subjectId: binding.id }),
    subjectName: profile.title,
    channel: 'self',
    criteriaSet: criteriaRef(set),
    answers: {},
    ticks: {},
    consent: {},
    consentMode: 'self',
    witness: '',
    signedOffBy: '',
    place: '',
    status: 'open',
    // Nothing was typed here yet.
    updatedAt: 0,
    sealed: {},
  };
  return adopt(
    blank,
    liveFields(
      registers,
      outbox.filter((row) => row.assessmentId === assessmentId),
    ),
  );
}
