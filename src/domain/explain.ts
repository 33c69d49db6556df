/** The sentence under a figure: how a criterion came to its points, in words for hamlet heads and families. */
import type { Criterion } from './criteria.ts';
import type { Explanation } from './explanation.ts';
import { formatNumber, formatPoints, formatTenthsOfPercent, tenthsOfPercent } from './vietnamese/format.ts';

type Of<Kind extends Explanation['kind']> = Extract<Explanation, { kind: Kind }>;

const outOf = (points: number, { maxPoints }: Criterion): string =>
  `được ${formatPoints(points)} trên ${formatPoints(maxPoints)} điểm`;

const yesnoLabel = (value: boolean, { screen }: Criterion): string =>
  screen.options.find((option) => option.kind === 'yesno' && option.value === value)?.label ??
  (value ? 'Có' : 'Không');

/** A rate below its target must not read as the target: 84,96 % with a target of 85 % shows as 84,9 %. */
const shownRate = ({ n, d, targetPercent, reached }: Of<'ratio'>): string => {
  const tenths = tenthsOfPercent(n, d);
  return formatTenthsOfPercent(reached ? tenths : Math.min(tenths, targetPercent * 10 - 1));
};

const explainRatio = (why: Of<'ratio'>, criterion: Criterion): string => {
  const target = why.reached ? `đạt mức ${why.targetPercent}%` : `chưa tới ${why.targetPercent}%`;
  return (
    `${formatNumber(why.n)} trên ${formatNumber(why.d)}, bằng ${shownRate(why)}, ${target} ` +
    `nên ${outOf(why.points, criterion)}.`
  );
};

const explainCount = (why: Of<'count'>, criterion: Criterion): string => {
  const { unit, nextMin, nextPoints } = why;
  const next =
    nextMin === null || nextPoints === null
      ? ''
      : ` Từ ${formatNumber(nextMin)} ${unit} thì được ${formatPoints(nextPoints)} điểm.`;
  return `${formatNumber(why.value)} ${unit}, ${outOf(why.points, criterion)}.${next}`;
};

/** One or two Vietnamese sentences for why a criterion has its points. `criterion` is the one `why` came from. */
export const explain = (why: Explanation, criterion: Criterion): string => {
  switch (why.kind) {
    case 'yesno':
      return `Trả lời “${yesnoLabel(why.value, criterion)}”, ${outOf(why.points, criterion)}.`;
    case 'level':
    case 'text':
      return `Chọn mức “${why.label}”, ${outOf(why.points, criterion)}.`;
    case 'ratio':
      return explainRatio(why, criterion);
    case 'count':
      return explainCount(why, criterion);
    case 'zeroDenominator':
      return `Số tổng đang là 0 nên chưa tính được tỷ lệ, ${outOf(0, criterion)}.`;
    case 'notApplicable':
      return `Không áp dụng: ${why.reason}. Câu này không tính vào tổng điểm.`;
    case 'missing':
      return 'Chưa trả lời nên chưa có điểm.';
    case 'missingDenominator':
      return `Mới có ${formatNumber(why.n)}, còn thiếu số tổng nên chưa có điểm.`;
    case 'overDenominator':
      return `${formatNumber(why.n)} nhiều hơn số tổng là ${formatNumber(why.d)} nên chưa tính được điểm. Mời xem lại.`;
    case 'unknownLevel':
      return 'Mức đã chọn không có trong bộ tiêu chí này nên chưa tính được điểm. Mời chọn lại.';
    case 'notApplicableNotAllowed':
      return 'Tiêu chí này không có mục “không áp dụng” nên chưa tính được điểm. Mời chọn lại.';
    case 'wrongShape':
      return 'Câu trả lời chưa đúng dạng nên chưa tính được điểm. Mời trả lời lại.';
  }
};
