/** The figures of a signal as sentences; never a judgement. */
import { formatNumber, formatTenthsOfPercent } from '#domain/vietnamese/format.ts';
import { QUICK_MS } from '#domain/trust/quick-forms.ts';
import { fill } from '#client/messages/fill.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import type { OutsideItem } from './claim-signals.ts';
import type { PhotoPlace, Signal } from './signals.ts';
import type { TrustSeam } from './trust-frame.tsx';

const words = trustWords.signals;

export type Naming = Pick<TrustSeam, 'desk' | 'subjects'>;

const seconds = (ms: number): string => formatNumber(Math.round(ms / 1000));

function outsideLine({ code, claim, numerators, denominators, coverage }: OutsideItem): string {
  const { min, max } = numerators ?? denominators;
  const figures = Object.fromEntries(
    Object.entries({ ...claim, min, max, ...coverage }).map(([name, value]) => [name, formatNumber(value)]),
  );
  if (numerators === null) return fill(words.denominatorLine, { code, ...figures });
  return fill(min === max ? words.outsideOnly : words.outsideLine, { code, ...figures });
}

/** "Đình 7, mục A2.1". */
export function placeWords({ form, photo }: PhotoPlace, { desk, subjects }: Naming): string {
  const name = subjects.nameOf(form.subjectKind, form.subjectId) ?? form.subjectName;
  const groups = desk.sets.get(form.criteriaSet)?.groups ?? [];
  const criterion = groups.flatMap(({ criteria }) => criteria).find(({ id }) => id === photo.criterionId);
  return fill(words.place, { name, code: criterion?.code ?? photo.criterionId });
}

export function figureLines(signal: Signal, naming: Naming): string[] {
  switch (signal.check) {
    case 'outside':
      return signal.items.map(outsideLine);
    case 'unlikely':
      return signal.items.map(({ code, claim, yes, answered, silent, asked }) =>
        fill(words.unlikelyLine, {
          code,
          n: formatNumber(claim.n),
          d: formatNumber(claim.d),
          yes: formatNumber(yes),
          answered: formatNumber(answered),
          silent: formatNumber(silent),
          asked: formatNumber(asked),
        }),
      );
    case 'outlier':
      return signal.items.map(({ code, rate, typical }) =>
        fill(words.outlierLine, {
          code,
          rate: formatTenthsOfPercent(rate),
          typical: formatTenthsOfPercent(typical),
        }),
      );
    case 'quick':
      return [
        fill(words.quickLine, {
          by: signal.by === '' ? words.someone : signal.by,
          quick: formatNumber(signal.quick),
          forms: formatNumber(signal.typed),
          limit: seconds(QUICK_MS),
          median: seconds(signal.medianMs),
        }),
      ];
    case 'straight':
      return [
        fill(words.straightLine, {
          by: signal.by === '' ? words.someone : signal.by,
          same: formatNumber(signal.same),
          forms: formatNumber(signal.typed),
          elsewhere: formatTenthsOfPercent(Math.round(signal.elsewhere / 10)),
        }),
      ];
    case 'photos':
      return [
        fill(signal.kind === 'same' ? words.photosSame : words.photosAlike, {
          a: placeWords(signal.pair[0], naming),
          b: placeWords(signal.pair[1], naming),
        }),
      ];
  }
}
