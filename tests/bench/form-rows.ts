/** From what was measured of each page to the figures, the ratios of the budgets and the table. */
import { GROUP_SIZE } from './form/questions.ts';
import type { Cold, Fetched, Warm } from './form-visits.ts';
import { median, quantile, type Grid, type Row } from './result.ts';

export interface Measured {
  name: string;
  /** Of a first visit over a fast line. */
  fetched: Fetched[];
  cold: Cold[];
  warm: Warm[];
}

export const FLOOR = 'React alone';
const ENKETO = 'Enketo core';

const columns = [
  { id: 'bytes', title: 'before it', unit: 'bytes' },
  { id: 'requests', title: 'in', unit: 'requests' },
  { id: 'cold', title: 'cold', unit: 'ms' },
  { id: 'saved', title: 'key to disk', unit: 'ms' },
  { id: 'warm', title: 'warm, offline', unit: 'ms' },
  { id: 'key50', title: 'key p50', unit: 'ms' },
  { id: 'key95', title: 'key p95', unit: 'ms' },
  { id: 'heap', title: 'heap', unit: 'MB' },
] as const;

/** Of the runs; a page that was never usable in one of them has no median. */
const of = <Visit>(visits: readonly Visit[], read: (visit: Visit) => number): number => {
  const values = visits.map(read);
  return values.length === 0 || values.some(Number.isNaN) ? Number.NaN : median(values);
};

/** What is asked for early depends on the line: over the slow one where it was tried. */
const figuresOf = ({ fetched, cold, warm }: Measured): Record<(typeof columns)[number]['id'], number> => ({
  bytes: of(cold.length > 0 ? cold : fetched, ({ bytes }) => bytes),
  requests: of(cold.length > 0 ? cold : fetched, ({ requests }) => requests),
  cold: of(cold, ({ usable }) => usable),
  saved: of(cold, ({ saved }) => saved),
  warm: of(warm, ({ usable }) => usable),
  key50: of(warm, ({ keys }) => quantile(keys, 0.5)),
  key95: of(warm, ({ keys }) => quantile(keys, 0.95)),
  heap: of(warm, ({ heap }) => heap),
});

const idOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/**
 * `measured`: ours first. The budget of a cold start is the family's, that of keys is for 200 questions (`design.md` §6);
 * a hamlet's first start enrols the phone, which no library does.
 */
export function formRows(questions: number, measured: readonly Measured[]): Row[] {
  const all = measured.map((each) => ({ ...each, figures: figuresOf(each) }));
  const [ours, ...others] = all;
  if (ours === undefined) return [];
  const start = `form${questions}`;
  const rows: Row[] = all.flatMap(({ name, figures }, at) =>
    columns.map(({ id, title, unit }) => ({
      name: `${start}.${at === 0 ? 'ours' : idOf(name)}.${id}`,
      what: `${questions} questions: ${name}, ${title}`,
      value: figures[id],
      unit,
    })),
  );
  const floor = others.find(({ name }) => name === FLOOR)?.figures;
  const enketo = others.find(({ name }) => name === ENKETO)?.figures;
  const best = Math.min(
    ...others
      .filter(({ name, figures }) => name !== FLOOR && !Number.isNaN(figures.cold))
      .map(({ figures }) => figures.cold),
  );
  const ratio = (id: string, what: string, value: number, atMost?: number): Row => ({
    name: `${start}.ratio.${id}`,
    what: `${questions} questions: ${what}`,
    value,
    unit: '×',
    ...(atMost !== undefined && { budget: { atMost } }),
  });
  const isFamily = questions <= GROUP_SIZE;
  const cold = (): Row =>
    ratio(
      'cold',
      'cold to usable, ours / the best library',
      ours.figures.cold / best,
      isFamily ? 0.7 : undefined,
    );
  const keys = (): Row =>
    ratio(
      'keys',
      `key to paint p95, ours / ${FLOOR}`,
      ours.figures.key95 / (floor?.key95 ?? Number.NaN),
      isFamily ? undefined : 1.25,
    );
  const { warm } = ours.figures;
  return [
    ...rows,
    ...(ours.cold.length > 0 ? [cold()] : []),
    ratio('warmFloor', `warm without a network, ours / ${FLOOR}`, warm / (floor?.warm ?? Number.NaN), 1.3),
    ratio('warmEnketo', `warm without a network, ours / ${ENKETO}`, warm / (enketo?.warm ?? Number.NaN), 0.6),
    ...(ours.warm.some((visit) => visit.keys.length > 0) ? [keys()] : []),
  ];
}

const FOOTNOTES = [
  'Usable: a key in the first field is in IndexedDB within 500 ms, and there after a reload. Medians.',
  'Cold: 400 kbit/s, 400 ms a request, processor ÷6, nothing on the phone, no worker; bytes of bodies, brotli.',
  '–: not measured in this run (--whole does), or in none of eight tries was a key on disk in time.',
  'Warm: the worker answers, no network, processor ÷6; keys into the first field, from the key to the task after the next frame.',
  'The libraries and React alone save nothing: a hook of 40 lines, the same for all, puts what is typed into IndexedDB 250 ms after the last key and back at the start; a worker of 6 lines keeps their pages.',
] as const;

export const formGrid = (questions: number, measured: readonly Measured[]): Grid => ({
  title: `${questions} questions`,
  columns,
  lines: measured.map((each) => {
    const figures = figuresOf(each);
    return { title: each.name, values: columns.map(({ id }) => figures[id]) };
  }),
  footnotes: [
    ...FOOTNOTES,
    questions <= GROUP_SIZE
      ? 'Ours: the family’s flow from a slip, one question a screen; “Bắt đầu” is tapped at once.'
      : 'Ours: the hamlet’s sheet, a group of 20 on screen. Its first start enrols the phone and fetches the questions (its taps made at once), which no other page does.',
  ],
});
