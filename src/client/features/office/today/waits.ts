/** Everything that waits for the officer, from the desk. Pure. */
import { daysLeft } from '#domain/deadline.ts';
import { requestClock } from '#domain/request-clock.ts';
import { madeAt } from '#protocol/id-time.ts';
import type { DeviceRow } from '#protocol/office-rows.ts';
import { silentDays, standingOf } from '#client/subject/devices/standing.ts';
import { dueItems, dueNow, missingCount } from '../deadlines/due-items.ts';
import type { Desk } from './desk.ts';
import type { HamletClaims } from './hamlet-claims.ts';
import { disputes, reviews } from './review-waits.ts';
import { waitGroups, type Wait } from './wait.ts';

function familyAsks({ rows, households, hamletNames }: Desk): Wait[] {
  const whoIs = (householdId: string): string => {
    const family = households.get(householdId);
    const hamlet = hamletNames.get(family?.hamletId ?? '');
    return [family?.householder, hamlet].filter(Boolean).join(', ');
  };
  const common = ({ id, householdId }: { id: string; householdId: string }, isAnswered = false) => ({
    group: 'families' as const,
    id: `ask ${id}`,
    who: whoIs(householdId),
    since: madeAt(id),
    dueAt: requestClock({ at: madeAt(id), isAnswered }, madeAt(id)).dueAt,
  });
  return [
    ...rows.objection
      .filter(({ state }) => state === 'open')
      .map((value): Wait => ({ ...common(value), kind: 'objection' })),
    ...rows.dataRequest
      .filter(({ state }) => state === 'open')
      .map((value): Wait => {
        const isAnswered = (value.answer ?? '') !== '';
        return { ...common(value, isAnswered), kind: 'request', what: value.kind, isAnswered };
      }),
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
  const standing = desk.rows.device.flatMap((device): Wait[] => {
    const common = { who: nameOf(device), device };
    switch (standingOf(device, now)) {
      case 'waiting': {
        const since = device.pendingSince ?? device.enrolledAt;
        return [{ ...common, kind: 'approve', group: 'approve', id: `approve ${device.id}`, since }];
      }
      case 'silent': {
        const [since, days] = [device.seenAt, silentDays(device, now)];
        return [{ ...common, kind: 'silent', group: 'devices', id: `silent ${device.id}`, since, days }];
      }
      default:
        return [];
    }
  });
  return [...aside, ...standing].sort((a, b) => a.since - b.since);
}

/** Deadlines and the commune's own reports of which it is time to remind somebody, and nobody has (`domain/reminders`). */
function deadlinesOf(desk: Desk, now: number): Wait[] {
  return dueItems(desk, now).flatMap((item): Wait[] => {
    const days = daysLeft(now, item.cutoffAt);
    // Families are the hamlets' to remind; a past deadline of theirs is no work of the office.
    if (dueNow(item) === undefined || (days === 0 && item.kind === 'household')) return [];
    const common = {
      group: 'deadlines' as const,
      id: `deadline ${item.id}`,
      who: '',
      since: item.cutoffAt,
      dueAt: item.cutoffAt,
      days,
    };
    if (item.kind === 'report') return [{ ...common, kind: 'report', report: item.report }];
    const { kind: subjectKind, deadline, all } = item;
    return [{ ...common, kind: 'deadline', subjectKind, deadline, all, missing: missingCount(item) }];
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
