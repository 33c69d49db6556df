/** What may wait for the officer: one entry a thing, with its figures; words are `wait-words.ts`. */
import type { SubjectKind } from '#domain/criteria.ts';
import type { GivenPoints } from '#domain/review/given-points.ts';
import type { ReportDeadline } from '#protocol/deadline-records.ts';
import type { Deadline } from '#protocol/entities.ts';
import type { DataRequest } from '#protocol/family-records.ts';
import type { DeviceRow } from '#protocol/office-rows.ts';
import type { FamilyCount } from './desk.ts';

/** In this order on the screen. */
export const waitGroups = [
  'approve',
  'choose',
  'aside',
  'review',
  'families',
  'moves',
  'feedback',
  'devices',
  'deadlines',
] as const;
export type WaitGroup = (typeof waitGroups)[number];

interface Common {
  /** Unlike any other's. */
  id: string;
  group: WaitGroup;
  who: string;
  /** Waits since; epoch ms. */
  since: number;
  /** To be done by; epoch ms. */
  dueAt?: number;
}
interface OfForm {
  submissionId: string;
}

export type Wait = Common &
  (
    | ({ kind: 'disputed'; criterionId: string; code: string; values: readonly GivenPoints[] } & OfForm)
    | { kind: 'aside'; code: string; device: DeviceRow | undefined; operation: string; entryId: string }
    | ({ kind: 'new'; families?: FamilyCount; answered: number; criteria: number; above: number } & OfForm)
    | ({ kind: 'again'; round: number; changed: number; above: number } & OfForm)
    | ({ kind: 'halfScored'; scored: number; criteria: number; above: number } & OfForm)
    | ({ kind: 'allScored'; criteria: number } & OfForm)
    | { kind: 'objection' }
    | { kind: 'request'; what: DataRequest['kind']; isAnswered: boolean }
    | { kind: 'move'; from: string; to: string; householdId: string }
    | { kind: 'feedback'; text: string }
    | { kind: 'approve'; device: DeviceRow }
    | { kind: 'silent'; device: DeviceRow; days: number }
    | {
        kind: 'deadline';
        subjectKind: SubjectKind;
        deadline: Deadline;
        days: number;
        missing: number;
        all: number;
      }
    | { kind: 'report'; report: ReportDeadline; days: number }
  );
