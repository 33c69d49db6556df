/**
 * The words of open data: they are part of what is published and kept with it, so they stand with the tables and not in
 * the catalogue of the screens.
 */
import type { Pillar, Sector } from '../criteria.ts';

export const pillarNames: Record<Pillar, string> = {
  nenTang: 'Nền tảng số',
  chinhQuyenSo: 'Chính quyền số',
  kinhTeSo: 'Kinh tế số',
  xaHoiSo: 'Xã hội số',
};

export const sectorNames: Record<Sector, string> = {
  CQ: 'Cơ quan',
  DT: 'Đoàn thể',
  TH: 'Trường học',
  YT: 'Y tế',
  DN: 'Doanh nghiệp, hợp tác xã',
  KH: 'Đơn vị khác',
};

/** By code of the answer; levels have the words of their criteria set. */
export const answerWords: Readonly<Record<string, string>> = {
  yes: 'Có',
  no: 'Chưa',
  some: 'Từ một người trở lên',
  none: 'Chưa có',
  notApplicable: 'Không áp dụng',
  notAnswered: 'Chưa trả lời',
};

export const tableWords = {
  all: 'Cộng các xóm đã tính',
  hamlets: 'Các xóm',
  from: 'Từ',
  of: {
    'tham-gia': {
      title: 'Số phiếu hộ gia đình theo xóm',
      description:
        'Số gia đình có phiếu tự đánh giá được tính. Xóm có mặt khi có từ 10 phiếu; số của xóm đổi khi có thêm từ 10 phiếu.',
    },
    'cau-tra-loi': {
      title: 'Câu trả lời của hộ gia đình theo câu hỏi và theo xóm',
      description:
        'Số gia đình theo từng câu trả lời. Ô để trống là ô không công bố: riêng nó, hoặc cùng các ô khác, có thể làm lộ câu trả lời của một nhóm dưới 10 gia đình.',
    },
    'tru-cot': {
      title: 'Tỷ lệ điểm đạt theo trụ cột của các xóm và đơn vị',
      description: 'Điểm đạt trên điểm áp dụng, từ bảng xếp hạng chính thức mới nhất của mỗi nhóm.',
    },
    'don-vi': {
      title: 'Tiến độ gửi phiếu của cơ quan, đơn vị theo nhóm',
      description: 'Số đơn vị đang hoạt động, số đã gửi phiếu và số đã được thẩm định.',
    },
  },
} as const;

export const columnWords = {
  xom: { title: 'Xóm', description: 'Tên xóm; dòng cộng ghi "Cộng các xóm đã tính".' },
  so_phieu: {
    title: 'Số phiếu',
    description: 'Số phiếu hộ gia đình được tính của xóm, khi lấy số của dòng này.',
  },
  tu_ban: {
    title: 'Từ bản công bố số',
    description:
      'Bản công bố mà số của dòng này được lấy lần gần nhất. Xóm chưa đủ phiếu mới thì giữ số của bản trước.',
  },
  ma_cau: { title: 'Mã câu', description: 'Mã của câu hỏi trong bộ tiêu chí hộ gia đình.' },
  cau_hoi: { title: 'Câu hỏi', description: 'Nội dung ngắn của câu hỏi.' },
  tru_cot: { title: 'Trụ cột', description: 'Nền tảng số, chính quyền số, kinh tế số hoặc xã hội số.' },
  ma_tra_loi: {
    title: 'Mã câu trả lời',
    description: 'yes, no, some, none, from2…, mã mức, notApplicable hoặc notAnswered.',
  },
  tra_loi: { title: 'Câu trả lời', description: 'Câu trả lời bằng chữ.' },
  so_gia_dinh: {
    title: 'Số gia đình',
    description: 'Số gia đình trả lời như vậy. Để trống = không công bố, không phải bằng 0.',
  },
  nhom: { title: 'Nhóm', description: 'Các xóm, hoặc nhóm cơ quan, đơn vị.' },
  so_doi_tuong: {
    title: 'Số xóm, đơn vị',
    description: 'Số xóm hoặc đơn vị trong bảng xếp hạng chính thức của nhóm.',
  },
  ty_le_diem: {
    title: 'Tỷ lệ điểm (%)',
    description: 'Điểm đạt chia điểm áp dụng, phần trăm, một chữ số thập phân.',
  },
  so_don_vi: { title: 'Số đơn vị', description: 'Số cơ quan, đơn vị đang hoạt động của nhóm.' },
  da_gui: { title: 'Đã gửi', description: 'Số đơn vị đã gửi phiếu về xã.' },
  da_tham_dinh: { title: 'Đã thẩm định', description: 'Số đơn vị có phiếu đã được thẩm định.' },
} as const;
