/** The sentences of `check-answers.ts`. To families "gia đình"; to others plain and formal; never blame (`domain.md` §6.4). */
import { countedUnit } from './counted-unit.ts';
import type { Criterion, SubjectKind } from './criteria.ts';
import { formatNumber } from './vietnamese/format.ts';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** With a space before it, where the words name it. */
const unitOf = (denominator: string): string => {
  const unit = countedUnit(denominator);
  return unit === '' ? '' : ` ${unit}`;
};

const denominatorOf = (criterion: Criterion): string =>
  criterion.type === 'ratio' ? criterion.denominator : 'Tổng số';

export const overDenominator = (criterion: Criterion, d: number, subjectKind: SubjectKind): string => {
  const denominator = denominatorOf(criterion);
  const limit = `${lowerFirst(denominator)} (${formatNumber(d)}${unitOf(denominator)})`;
  if (criterion.rollup?.num.op === 'countForms') {
    return `Số phiếu đã gửi nhiều hơn ${limit}. Mời báo xã sửa danh sách hộ của xóm trước khi gửi.`;
  }
  return `Số này nhiều hơn ${limit}. ${subjectKind === 'household' ? 'Mời gia đình xem lại.' : 'Mời xem lại.'}`;
};

export const zeroDenominator = (criterion: Criterion): string => {
  const notApplicable = criterion.screen.options.find(({ kind }) => kind === 'na')?.label;
  const advice = notApplicable === undefined ? 'Mời xem lại.' : `Nếu đúng vậy, mời chọn “${notApplicable}”.`;
  return `${denominatorOf(criterion)} đang là 0 nên câu này được 0 điểm. ${advice}`;
};

export const missingDenominator = (criterion: Criterion): string =>
  `Còn thiếu ${lowerFirst(denominatorOf(criterion))} nên câu này chưa có điểm.`;

export const outOfRange = (min: number, max: number): string =>
  `Số này cần từ ${formatNumber(min)} đến ${formatNumber(max)}. Mời xem lại.`;

export const differsFromRecord = (record: number): string =>
  `Xã đang ghi số này là ${formatNumber(record)}. Nếu số của xã chưa đúng, mời báo xã sửa.`;

export const aboveHouseholds = (households: number): string =>
  `Số hộ ghi ở đây nhiều hơn số hộ của xóm (${formatNumber(households)} hộ). Mời xem lại.`;

export const aboveList = (ticks: number): string =>
  `Câu này chỉ có ${formatNumber(ticks)} mục để chọn. Mời chọn lại.`;

export const longText = (words: number, limit: number): string =>
  `Bài viết có ${formatNumber(words)} chữ, nên viết gọn trong ${formatNumber(limit)} chữ.`;

export const wrongShape = (): string => 'Câu trả lời này chưa đọc được. Mời trả lời lại.';

export const unknownLevel = (): string => 'Mức đã chọn không có trong bộ tiêu chí này. Mời chọn lại.';

export const notApplicableNotAllowed = (): string =>
  'Câu này không có mục “không áp dụng”. Mời chọn câu trả lời khác.';
