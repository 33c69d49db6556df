/** What stands in the fields of an activity being written, as the phone keeps it until *Lưu*. Pure. */
import { activityKinds } from '#domain/activity-kinds.ts';
import type { Activity } from '#protocol/subject-records.ts';
import type { ActivityRow, ActivityRows } from './read-activities.ts';

export type ActivityFields = Pick<Activity, 'kind' | 'date' | 'title' | 'people' | 'minutes' | 'note'>;

/** `rev` and `base`: the version it was begun on, and what that said; `0` and nothing for a new one. */
const names = ['kind', 'date', 'title', 'people', 'minutes', 'note', 'rev', 'base'] as const;
export type DraftWords = Record<(typeof names)[number], string>;

/** In the address, and of what is kept, for one that is not in the log yet. */
export const NEW = 'moi';

/** What half-written activities of this subject and campaign are kept under, before their id. */
export const keptPrefix = ({ profile, campaign }: Pick<ActivityRows, 'profile' | 'campaign'>): string =>
  `activity:${profile.id}:${campaign?.id ?? ''}:`;

const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value));
/** Written by this form alone: digits or nothing. */
const numberIn = (text: string): number | null => (text === '' ? null : Number(text));
const saying = ({ kind, date, title, people, minutes, note }: ActivityFields): string =>
  JSON.stringify([kind, date, title, people ?? null, minutes ?? null, note ?? '']);

/** What the form opens with. `today` as `YYYY-MM-DD`. */
export const draftOf = (row: ActivityRow | undefined, today: string): DraftWords => ({
  kind: row?.value.kind ?? '',
  date: row?.value.date ?? today,
  title: row?.value.title ?? '',
  people: textOf(row?.value.people),
  minutes: textOf(row?.value.minutes),
  note: row?.value.note ?? '',
  rev: String(row?.rev ?? 0),
  base: row === undefined ? '' : saying(row.value),
});

/** Whether anything was typed that *Lưu* would keep. */
export const isTouched = (words: DraftWords, first: DraftWords): boolean =>
  names.some((name) => name !== 'rev' && name !== 'base' && words[name] !== first[name]);

export const kindIn = ({ kind }: DraftWords): Activity['kind'] | null =>
  activityKinds.find((each) => each === kind) ?? null;

/**
 * The version a save is written on. Where the activity says something else than when this was begun, another phone was
 * there meanwhile: then on the old one, so that the commune takes nothing over unseen and somebody chooses.
 */
export const baseRevOf = (words: DraftWords, row: ActivityRow | undefined): number =>
  row === undefined || saying(row.value) !== words.base ? Number(words.rev) : row.rev;

/** null without a kind. */
export function fieldsOf(words: DraftWords): ActivityFields | null {
  const kind = kindIn(words);
  if (kind === null) return null;
  const people = numberIn(words.people);
  const minutes = numberIn(words.minutes);
  const note = words.note.trim();
  return {
    kind,
    date: words.date,
    title: words.title.trim(),
    ...(people !== null && { people }),
    ...(minutes !== null && { minutes }),
    ...(note !== '' && { note }),
  };
}
