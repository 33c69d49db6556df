/** An invented school at the end of its campaign, for its report: form, plan, its own words, the commune's points. */
import { criteriaOf } from '#domain/criteria-set.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import { unitReport, type DrawnUnitReport, type UnitReportHead } from '#domain/papers/unit-report.ts';
import type { UnitReportFacts } from '#domain/papers/unit-report-facts.ts';
import { demoAnswers } from '#server/seed/demo-answers.ts';
import { createDice } from '#server/seed/dice.ts';
import { madeSources, sets } from './paper-sources.ts';

/** `sector`: of the default sets ("TH"). */
export function madeUnitFacts({ seed = 7, sector = 'TH', isVerified = true } = {}): UnitReportFacts {
  const set = sets.get(`unit-${sector}@1`);
  if (set === undefined) throw new Error(`no set for ${sector}`);
  const dice = createDice(seed);
  const answers = demoAnswers(set, { keenness: 70, size: 32 }, dice);
  const given = Object.fromEntries(
    criteriaOf(set).flatMap((criterion) => {
      const { status, points } = scoreCriterion(criterion, answers);
      if (status === 'notApplicable') return [];
      return [[criterion.id, dice.happens(30) ? Math.floor(points / 2) : points] as const];
    }),
  );
  const { campaign, commune } = madeSources({ collectives: 0, individuals: 0, households: 0 });
  return {
    unit: 'Trường Tiểu học Bình Thuận',
    campaign,
    commune,
    plan: {
      number: '05/KH-THBT',
      date: '2025-03-03',
      extract: 'Thực hiện phong trào thi đua chuyển đổi số năm 2025.',
      targets: [
        { text: 'Giáo viên dùng học bạ số', measure: '100%' },
        { text: 'Buổi tập huấn cho phụ huynh', measure: '4 buổi' },
      ],
    },
    paragraphs: [
      { heading: 'Kết quả chung', text: 'Nhà trường tham gia phong trào từ tháng 3.' },
      {
        heading: 'C1. Lãnh đạo, trách nhiệm người đứng đầu',
        text: 'Hiệu trưởng trực tiếp phụ trách.\n- Họp đánh giá hằng quý.',
      },
      { heading: '', text: 'Chi bộ đưa kết quả vào đánh giá cuối năm.' },
      { heading: 'Tồn tại, hạn chế', text: 'Đường truyền ở điểm trường lẻ còn chậm.' },
      { heading: 'Phương hướng năm tới', text: 'Duy trì học bạ số ở tất cả các lớp.' },
    ],
    nominations: [{ personName: 'Lê Thị Mai', position: 'Giáo viên' }],
    set,
    answers,
    ...(isVerified && { given }),
  };
}

export const unitHead: UnitReportHead = {
  parent: 'Ủy ban nhân dân xã Bình Thuận',
  number: '5/BC-THBT',
  date: '2025-11-05',
  signerTitle: 'KT. Hiệu trưởng / Phó Hiệu trưởng',
  signerName: 'Đỗ Thị Ước',
  recipients: 'Như trên\nLưu: VT',
};

export const drawnUnitReport = (facts = madeUnitFacts(), head = unitHead): DrawnUnitReport =>
  unitReport(facts, head);
