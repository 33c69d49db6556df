/** What the address asks of the log, and the questions that answer it. Days are bounded by the daily heads. */
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { LogHeads, LogQuery } from '#protocol/log.ts';

export interface LogFilter {
  kind: string;
  device: string;
  subject: string;
  text: string;
  /** `YYYY-MM-DD`, both included; empty = open. */
  from: string;
  to: string;
}

export const noFilter: LogFilter = { kind: '', device: '', subject: '', text: '', from: '', to: '' };
export const filterNames = {
  kind: 'viec',
  device: 'may',
  subject: 've',
  text: 'tim',
  from: 'tu',
  to: 'den',
} as const satisfies Record<keyof LogFilter, string>;

export const PAGE = 50;
/** The address goes into a signed proof of bounded length. */
export const TEXT_MAX = 60;

export const filterIn = (params: URLSearchParams): LogFilter => {
  const of = (name: keyof LogFilter): string => params.get(filterNames[name]) ?? '';
  return {
    kind: of('kind'),
    device: of('device'),
    subject: of('subject'),
    text: of('text').slice(0, TEXT_MAX),
    from: of('from'),
    to: of('to'),
  };
};

export const isFiltering = (filter: LogFilter): boolean => Object.values(filter).some((each) => each !== '');

/** Revisions the days reach over: entries `above` < rev < `below`. Null: no entry lies in them. */
export function revsOf(
  { from, to }: Pick<LogFilter, 'from' | 'to'>,
  { days }: Pick<LogHeads, 'days'>,
): { above: number; below: number | undefined } | null {
  const until = to === '' ? undefined : days.find(({ date }) => date <= to);
  if (to !== '' && until === undefined) return null;
  const earlier = from === '' ? undefined : days.find(({ date }) => date < from);
  const above = earlier?.rev ?? 0;
  if (until !== undefined && until.rev <= above) return null;
  return { above, below: until === undefined ? undefined : until.rev + 1 };
}

/** `before`: goes on below this revision. */
export const queryOf = (
  { kind, device, subject, text }: LogFilter,
  before: number | undefined,
): LogQuery => ({
  limit: PAGE,
  ...(before !== undefined && { before }),
  ...(kind !== '' && { kind }),
  ...(device !== '' && { device }),
  ...(subject !== '' && { subject }),
  ...(searchKey(text) !== '' && { text: searchKey(text) }),
});
