/** The list's filters live in the address, so that a view can be kept, shared and returned to. */
import { sectors } from '#domain/criteria-set.ts';
import { subjectKinds, type Sector, type SubjectKind } from '#domain/criteria.ts';
import { compareNames } from '#domain/vietnamese/name-order.ts';
import { matcherOf } from '#domain/vietnamese/matcher.ts';
import type { Channel } from '#protocol/judged-rows.ts';
import { assessmentStates, type AssessmentState } from '#protocol/operation.ts';
import type { Entry } from '../../entries.ts';
import { leftReasons, type LeftReason } from '#domain/review/sound.ts';
import { entryFlags, type EntryFlagKind } from './entry-marks.ts';

export const sortColumns = ['received', 'name', 'score', 'progress'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Filter {
  kind: SubjectKind | null;
  channel: Channel | null;
  hamletId: string;
  /** Of units. */
  sector: Sector | null;
  state: AssessmentState | null;
  flag: EntryFlagKind | null;
  /** Only where criteria this person scores have no points yet. */
  mine: boolean;
  /** Only where the family waits for an answer. */
  asks: boolean;
  /** Also forms in which this person scores nothing. */
  rest: boolean;
  /** Many are being chosen, to be verified together. */
  picking: boolean;
  /** While choosing: only those left out for this reason. */
  left: LeftReason | null;
  q: string;
  sort: SortColumn;
  /** True when the column's own first direction is turned round. */
  reversed: boolean;
}

/** Words of the address, Vietnamese without marks like the routes. */
const kindWords: Record<SubjectKind, string> = { household: 'ho', hamlet: 'xom', unit: 'don-vi' };
const channelWords: Record<Channel, string> = { self: 'tu-khai', proxy: 'nhap-thay' };
const channels: readonly Channel[] = ['self', 'proxy'];
const sortWords: Record<SortColumn, string> = {
  received: 'luc-nhan',
  name: 'ten',
  score: 'diem',
  progress: 'da-cham',
};
const flagWords: Record<EntryFlagKind, string> = {
  late: 'sau-han',
  outside: 'ngoai-muc',
  disputed: 'cham-khac',
  photos: 'anh-thieu',
  resent: 'gui-lai',
  refused: 'chua-hieu-luc',
  waits: 'cho-gui',
  notDone: 'chua-lam-duoc',
  unlikely: 'kho-khop',
  outlier: 'cao-hon-cac-xom',
  reused: 'anh-dung-lai',
  alike: 'anh-gan-giong',
  quick: 'nhap-nhanh',
  straight: 'tra-loi-giong',
};
const leftWords: Record<LeftReason, string> = {
  verified: 'da-tham-dinh',
  away: 'ben-gui-giu',
  begun: 'dang-cham',
  waits: 'cho-gui',
  setAside: 'chua-xong',
  asks: 'y-kien',
  differs: 'hai-phieu-khac',
  outside: 'ngoai-khoang',
  flagged: 'can-xem',
};

const wordOf = <Value extends string>(
  values: readonly Value[],
  words: Record<Value, string>,
  word: string | null,
) => values.find((value) => words[value] === word) ?? null;

export function readFilter(search: string): Filter {
  const params = new URLSearchParams(search);
  return {
    kind: wordOf(subjectKinds, kindWords, params.get('loai')),
    channel: wordOf(channels, channelWords, params.get('khai')),
    hamletId: params.get('xom') ?? '',
    state: assessmentStates.find((state) => state === params.get('trang-thai')) ?? null,
    sector: sectors.find((sector) => sector === params.get('linh-vuc')) ?? null,
    flag: wordOf(entryFlags, flagWords, params.get('xem')),
    mine: params.get('toi') === '1',
    asks: params.get('y-kien') === '1',
    rest: params.get('phan-khac') === '1',
    picking: params.get('chon') === '1',
    left: wordOf(leftReasons, leftWords, params.get('de-lai')),
    q: params.get('tim') ?? '',
    sort: wordOf(sortColumns, sortWords, params.get('xep')) ?? 'received',
    reversed: params.get('nguoc') === '1',
  };
}

/** The query part, without `?`; empty when nothing is set, so that the plain address is the plain list. */
export function writeFilter(filter: Filter): string {
  const params = new URLSearchParams();
  if (filter.kind) params.set('loai', kindWords[filter.kind]);
  if (filter.channel) params.set('khai', channelWords[filter.channel]);
  if (filter.hamletId) params.set('xom', filter.hamletId);
  if (filter.state) params.set('trang-thai', filter.state);
  if (filter.sector) params.set('linh-vuc', filter.sector);
  if (filter.flag) params.set('xem', flagWords[filter.flag]);
  if (filter.mine) params.set('toi', '1');
  if (filter.asks) params.set('y-kien', '1');
  if (filter.rest) params.set('phan-khac', '1');
  if (filter.picking) params.set('chon', '1');
  if (filter.left) params.set('de-lai', leftWords[filter.left]);
  if (filter.q.trim()) params.set('tim', filter.q);
  if (filter.sort !== 'received') params.set('xep', sortWords[filter.sort]);
  if (filter.reversed) params.set('nguoc', '1');
  return params.toString();
}

/** Everything as it is when nothing is asked for; sort, whose forms, and choosing many stay as they are. */
export const noFilter = {
  kind: null,
  channel: null,
  hamletId: '',
  sector: null,
  state: null,
  flag: null,
  mine: false,
  asks: false,
  left: null,
  q: '',
} as const satisfies Partial<Filter>;

export const isFiltered = (filter: Filter): boolean =>
  filter.q.trim() !== '' ||
  filter.hamletId !== '' ||
  filter.mine ||
  filter.asks ||
  [filter.kind, filter.channel, filter.sector, filter.state, filter.flag, filter.left].some(
    (each) => each !== null,
  );

const kindRank: Record<SubjectKind, number> = { hamlet: 0, unit: 1, household: 2 };
const unitNames = new Intl.Collator('vi', { numeric: true });

/**
 * Hamlets in the commune's own order, units by their title, families by given name (`domain.md` §6.4): three kinds of
 * name, so kind comes first.
 */
function compareSubjects(ranks: ReadonlyMap<string, number>) {
  return (a: Entry, b: Entry): number => {
    if (a.kind !== b.kind) return kindRank[a.kind] - kindRank[b.kind];
    if (a.kind === 'household') return (ranks.get(a.name) ?? 0) - (ranks.get(b.name) ?? 0);
    return a.hamletOrder - b.hamletOrder || unitNames.compare(a.name, b.name);
  };
}

/** Each name's place among the families, known from one change of the replica to the next: comparing names is dear. */
const ranksOf = new WeakMap<readonly Entry[], ReadonlyMap<string, number>>();

function familyRanks(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const known = ranksOf.get(entries);
  if (known) return known;
  const names = new Set(entries.flatMap(({ kind, name }) => (kind === 'household' ? [name] : [])));
  const ranks = new Map([...names].sort(compareNames).map((name, rank) => [name, rank]));
  ranksOf.set(entries, ranks);
  return ranks;
}

/** Newest first, names from the front of the alphabet, highest score first. */
function orderOf(sort: SortColumn, entries: readonly Entry[]): (a: Entry, b: Entry) => number {
  switch (sort) {
    case 'received':
      return (a, b) => b.receivedAt - a.receivedAt || (a.id < b.id ? 1 : -1);
    case 'progress': {
      // What has most left to do first; forms nobody grades row by row come last.
      const left = ({ kind, graded, criteria }: Entry): number =>
        kind === 'household' || criteria === 0 ? -1 : 1 - graded / criteria;
      return (a, b) => left(b) - left(a) || b.receivedAt - a.receivedAt || (a.id < b.id ? 1 : -1);
    }
    case 'score':
      return (a, b) => b.selfScore - a.selfScore || (a.id < b.id ? -1 : 1);
    case 'name': {
      const compare = compareSubjects(familyRanks(entries));
      return (a, b) => compare(a, b) || (a.id < b.id ? -1 : 1);
    }
  }
}

/** Whole list in order. Apart from {@link filterEntries}, because comparing names is the dear part and typing must not pay it. */
export function sortEntries(entries: readonly Entry[], sort: SortColumn, reversed: boolean): Entry[] {
  const sorted = [...entries].sort(orderOf(sort, entries));
  return reversed ? sorted.reverse() : sorted;
}

export function filterEntries(sorted: readonly Entry[], filter: Filter): Entry[] {
  const q = filter.q.trim();
  // A receipt read aloud comes with dashes; the stored one has none.
  const receipt = q.toUpperCase().replaceAll('-', '');
  const matches = matcherOf(q);
  return sorted.filter(
    (entry) =>
      (filter.kind === null || entry.kind === filter.kind) &&
      (filter.channel === null || entry.channel === filter.channel) &&
      (filter.hamletId === '' || entry.hamletId === filter.hamletId) &&
      (filter.state === null || entry.state === filter.state) &&
      (filter.sector === null || entry.sector === filter.sector) &&
      (filter.flag === null || entry.flags.some(({ kind }) => kind === filter.flag)) &&
      (!filter.mine || entry.isMine) &&
      (!filter.asks || entry.asks > 0) &&
      (filter.rest || entry.isOurs) &&
      (filter.left === null || entry.left === filter.left) &&
      (q === '' || entry.receiptCode === receipt || matches(entry.key)),
  );
}
