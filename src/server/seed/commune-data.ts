/**
 * The commune of the plan of 2025 as the first start writes it. Data, not code: everything here is a record that the
 * office changes later. Telephone numbers are left empty, because none is known; the texts cope.
 */
import { cutoffOf, type DeadlineDay } from '#domain/deadline.ts';
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet, Sector, SubjectKind } from '#domain/criteria.ts';
import type { Campaign, Commune, Deadline } from '#protocol/entities.ts';

export const DEFAULT_COMMUNE_ID = 'binh-thuan-05830';
/** Hamlets carried over from before the plan; what they were before is not this program's to say. */
const VALID_FROM = '2025-01-01';

/** In the order of the commune's own list. */
export const hamletNames = [
  'Đầm Mụ',
  'Bình Xuân',
  'Bình Khang',
  'Trại 4',
  'Trại 5',
  'Đình 6',
  'Đình 7',
  'Chùa 8',
  'Chùa 9',
  'Văn Khúc 10',
  'Văn Khúc 11',
  'Thuận Phong 12',
  'Thuận Phong 13',
  'Thuận Phong 14',
  'Bình Sơn',
  'Tiến Thành 1',
  'Tiến Thành 2',
  'Tiến Thành 3',
  'Tiến Thành 4',
] as const;

export const hamletFrom = VALID_FROM;

export const communeRecord = (id: string): Commune => ({
  id,
  name: 'xã Bình Thuận',
  parent: 'huyện Đại Từ, tỉnh Thái Nguyên',
  address: 'xã Bình Thuận, huyện Đại Từ, tỉnh Thái Nguyên',
  phone: '',
  policePhone: '',
  standingOffice: 'Công chức Văn phòng – Thống kê xã',
  validFrom: VALID_FROM,
});

const WRONG_DECISION =
  'Chương trình chuyển đổi số quốc gia được phê duyệt tại Quyết định số 749/QĐ-TTg ngày 03/6/2020; kế hoạch ghi 479. Đề nghị kiểm tra trước khi in.';
const DISTRICT_GONE = 'Cấp huyện đã kết thúc hoạt động từ 01/7/2025. Đề nghị kiểm tra trước khi in.';

const unitSectors: readonly Sector[] = ['CQ', 'DT', 'TH', 'YT', 'DN', 'KH'];

/** References by kind of subject, out of the sets that are there. */
function inForce(sets: readonly CriteriaSet[]): Campaign['criteriaSets'] {
  const find = (what: string, fits: (set: CriteriaSet) => boolean): string => {
    const set = sets.find(fits);
    if (set === undefined) throw new Error(`no default criteria for ${what}`);
    return criteriaRef(set);
  };
  const ofSector = (sector: Sector): string => find(sector, (set) => set.sector === sector);
  const [CQ, DT, TH, YT, DN, KH] = unitSectors.map(ofSector);
  if (CQ === undefined || DT === undefined || TH === undefined)
    throw new Error('no default criteria for units');
  if (YT === undefined || DN === undefined || KH === undefined)
    throw new Error('no default criteria for units');
  return {
    household: find('households', ({ subjectKind }) => subjectKind === 'household'),
    hamlet: find('hamlets', ({ subjectKind }) => subjectKind === 'hamlet'),
    unit: { CQ, DT, TH, YT, DN, KH },
  };
}

export const campaignRecord = (id: string, sets: readonly CriteriaSet[]): Campaign => ({
  id,
  year: 2025,
  title: 'Phong trào thi đua “Xã Bình Thuận đẩy mạnh chương trình chuyển đổi số” năm 2025',
  shortTitle: 'Thi đua chuyển đổi số 2025',
  theme: 'Thi đua xây dựng chính quyền số, phát triển kinh tế số, xã hội số',
  legalBases: [
    {
      text: 'Quyết định số 479/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ về phê duyệt “Chương trình chuyển đổi số quốc gia” đến năm 2025, định hướng đến năm 2030',
      warning: WRONG_DECISION,
    },
    {
      text: 'Nghị quyết số 01-NQ/TU ngày 31/12/2020 của Ban Chấp hành Đảng bộ tỉnh Thái Nguyên về Chương trình chuyển đổi số tỉnh Thái Nguyên, giai đoạn 2021 - 2025, định hướng đến năm 2030',
    },
    {
      text: 'Kế hoạch số 105/KH-UBND ngày 31/5/2021 của UBND tỉnh Thái Nguyên về việc tổ chức phong trào thi đua “Thái Nguyên đẩy mạnh chương trình chuyển đổi số” giai đoạn 2021 - 2025',
    },
    {
      text: 'Chương trình hành động số 08-CT/HU ngày 08/02/2021 của Huyện ủy Đại Từ về thực hiện Nghị quyết số 01-NQ/TU',
      warning: DISTRICT_GONE,
    },
    {
      text: 'Kế hoạch số 112/KH-UBND ngày 03/04/2025 của UBND huyện Đại Từ về việc phát động phong trào thi đua “Đẩy mạnh chương trình chuyển đổi số” năm 2025',
      warning: DISTRICT_GONE,
    },
    {
      text: 'Kế hoạch số 18/KH-UBND ngày 03/02/2025 về việc Chuyển đổi số và đảm bảo an toàn thông tin mạng trên địa bàn xã Bình Thuận năm 2025',
    },
    { text: 'Nghị quyết số 52-NQ/TW của Bộ Chính trị' },
    {
      text: 'Luật Thi đua, Khen thưởng năm 2022; Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ',
      warning:
        'Nghị định số 98/2023/NĐ-CP đã được thay thế bằng Nghị định số 152/2025/NĐ-CP. Đề nghị kiểm tra trước khi in.',
    },
  ],
  signer: { title: 'CHỦ TỊCH', onBehalf: 'TM. ỦY BAN NHÂN DÂN', name: 'Vũ Văn Đông' },
  recipients: [
    'Thường trực Đảng ủy - HĐND xã',
    'Chủ tịch, Phó chủ tịch UBND xã',
    'Các cơ quan, đơn vị',
    'Các đoàn thể chính trị xã hội',
    'Cán bộ, công chức xã',
    'Các xóm trên địa bàn xã',
    'Lưu: VT, VP',
  ],
  // 24 months after the campaign's year closes.
  eraseAfter: '2027-12-31',
  criteriaSets: inForce(sets),
});

const deadlineDays: Record<SubjectKind, { phrase: string; source: string; day: DeadlineDay }> = {
  unit: {
    phrase: 'trước ngày 15/11/2025',
    source: 'Kế hoạch phát động, mục V.7',
    day: { phraseDate: '2025-11-15', inclusive: false },
  },
  hamlet: {
    phrase: 'trước ngày 10/11/2025',
    source: 'theo đề nghị của xã',
    day: { phraseDate: '2025-11-10', inclusive: false },
  },
  household: {
    phrase: 'trước ngày 10/11/2025',
    source: 'theo đề nghị của xã',
    day: { phraseDate: '2025-11-10', inclusive: false },
  },
};

export const deadlineRecord = (id: string, campaignId: string, subjectKind: SubjectKind): Deadline => {
  const { phrase, source, day } = deadlineDays[subjectKind];
  return { id, campaignId, subjectKind, phrase, cutoffAt: cutoffOf(day), graceDays: 7, source };
};
