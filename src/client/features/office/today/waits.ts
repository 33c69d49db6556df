/** Everything that waits for the officer, from the desk. Pure. */
import { daysLeft } from '#domain/deadline.ts';
import { afterWorkingDays } from '#domain/working-days.ts';
import { madeAt } from '#protocol/id-time.ts';
import type { DeviceRow } from '#protocol/office-rows.ts';
import { unsentOf, type Desk } from './desk.ts';
import type { HamletClaims } from './hamlet-claims.ts';
import { disputes, reviews } from './review-waits.ts';
import { waitGroups, type Wait } from './wait.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Working days within which a family is answered (`domain.md` §5.3). */
const ANSWER_DAYS = 2;
/** A phone with unsent work that has not been heard of for so long is worth a call. */
const SILENT_DAYS = 2;
/** A deadline is work when it is so near and somebody has not sent. */
const NEAR_DAYS = 3;

function familyAsks({ rows, households, hamletNames }: Desk): Wait[] {
  const whoIs = (householdId: string): string => {
    const family = households.get(householdId);
    const hamlet = hamletNames.get(family?.hamletId ?? '');
    return [family?.householder, hamlet].filter(Boolean).join(', ');
  };
  const common = ({ id, householdId }: { id: string; householdId: string }) => ({
    group: 'families' as const,
    id: `ask ${id}`,
    who: whoIs(householdId),
    since: madeAt(id),
    dueAt: afterWorkingDays(madeAt(id), ANSWER_DAYS),
  });
  return [
    ...rows.objection
      .filter(({ state }) => state === 'open')
      .map((value): Wait => ({ ...common(value), kind: 'objection' })),
    ...rows.dataRequest
      .filter(({ state }) => state === 'open')
      .map((value): Wait => ({ ...common(value), kind: 'request', what: value.kind })),
  ].sort((a, b) => a.since - b.since);
}

/** A hamlet says that a family went to another one; only the office moves it. */
const movesOf = ({ rows, hamletNames }: Desk): Wait[] =>
  rows.household.flatMap((family): Wait[] => {
    const { id, householder, hamletId, movedTo, endedAt, mergedInto } = family;
    if (movedTo === undefined || movedTo === hamletId || mergedInto !== undefined) return [];
    return [
      {
        kind: 'move',
        group: 'moves',
        id: `move ${id}`,
        who: householder,
        since: endedAt ?? madeAt(id),
        from: hamletNames.get(hamletId) ?? '',
        to: hamletNames.get(movedTo) ?? '',
        householdId: id,
      },
    ];
  });

function unanswered({ rows, campaign }: Desk): Wait[] {
  const replied = new Set(rows.feedbackReply.map(({ id }) => id));
  return rows.feedback
    .filter(({ id, campaignId }) => campaignId === campaign?.id && !replied.has(id))
    .sort((a, b) => a.at - b.at)
    .map(({ id, text, at }): Wait => ({
      kind: 'feedback',
      group: 'feedback',
      id: `feedback ${id}`,
      who: '',
      since: at,
      text,
    }));
}

/** Whose device it is, as the office calls them. */
function ownerOf({ hamletNames, rows, households }: Desk) {
  const units = new Map(rows.unit.map(({ id, name }) => [id, name]));
  return (device: DeviceRow | undefined): string => {
    const id = device?.subjectId ?? '';
    return (
      hamletNames.get(id) ?? units.get(id) ?? households.get(id)?.householder ?? device?.personName ?? ''
    );
  };
}

function machines(desk: Desk, now: number): Wait[] {
  const nameOf = ownerOf(desk);
  const devices = new Map(desk.rows.device.map((device) => [device.id, device]));
  const aside = desk.rows.quarantine.map((entry): Wait => ({
    kind: 'aside',
    group: 'aside',
    id: `aside ${entry.id}`,
    who: nameOf(devices.get(entry.deviceId)),
    since: entry.at,
    code: entry.code,
    device: devices.get(entry.deviceId),
    operation: entry.kind,
    entryId: entry.id,
  }));
  const silent = desk.rows.device.flatMap((device): Wait[] => {
    const days = Math.floor((now - device.seenAt) / DAY_MS);
    if (device.waiting === 0 || device.revokedAt !== undefined || days < SILENT_DAYS) return [];
    return [
      {
        kind: 'silent',
        group: 'devices',
        id: `silent ${device.id}`,
        who: nameOf(device),
        since: device.seenAt,
        device,
        days,
      },
    ];
  });
  return [...aside, ...silent].sort((a, b) => a.since - b.since);
}

function deadlinesOf(desk: Desk, now: number): Wait[] {
  const counts = {
    hamlet: { missing: unsentOf(desk.hamlets).length, all: desk.hamlets.length },
    unit: { missing: unsentOf(desk.units).length, all: desk.units.length },
    household: { missing: desk.allFamilies.total - desk.allFamilies.sent, all: desk.allFamilies.total },
  };
  return [...desk.deadlines.values()].flatMap((deadline): Wait[] => {
    const { subjectKind, cutoffAt } = deadline;
    const days = daysLeft(now, cutoffAt);
    const count = counts[subjectKind];
    // Families are the hamlets' to remind; a past deadline of theirs is no work of the office.
    if (count.missing === 0 || days > NEAR_DAYS || (days === 0 && subjectKind === 'household')) return [];
    return [
      {
        kind: 'deadline',
        group: 'deadlines',
        id: `deadline ${subjectKind}`,
        who: '',
        since: cutoffAt,
        dueAt: cutoffAt,
        subjectKind,
        deadline,
        days,
        ...count,
      },
    ];
  });
}

const reviewRank: Partial<Record<Wait['kind'], number>> = { halfScored: 0, allScored: 1, again: 2, new: 3 };

/** By group, and in a group what was begun first, then what came first. `now`: epoch ms. */
export function waitsOf(desk: Desk, claims: HamletClaims, now: number): Wait[] {
  const subjects = [...desk.hamlets, ...desk.units];
  const all = [
    ...subjects.flatMap(disputes),
    ...subjects
      .flatMap((standing) => reviews(standing, desk, claims))
      .sort((a, b) => (reviewRank[a.kind] ?? 0) - (reviewRank[b.kind] ?? 0) || a.since - b.since),
    ...familyAsks(desk),
    ...movesOf(desk),
    ...unanswered(desk),
    ...machines(desk, now),
    ...deadlinesOf(desk, now),
  ];
  return waitGroups.flatMap((group) => all.filter((wait) => wait.group === group));
}
