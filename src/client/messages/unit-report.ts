/** A unit's report as an official paper: its head and foot, and what it would leave blank. */
import type { ReportPart, UnitBlank } from '#domain/papers/unit-report.ts';
import type { KnownError } from '#domain/papers/known-errors.ts';

const blanks: Record<UnitBlank, string> = {
  number: 'Số văn bản (in dấu “…”)',
  date: 'Ngày văn bản (in dấu “…”)',
  signerTitle: 'Chức vụ người ký',
  signerName: 'Họ và tên người ký',
  commune: 'Tên xã: máy này chưa nhận từ xã, có mạng máy tự lấy',
  recipients: 'Nơi nhận',
};

const parts: Record<ReportPart, string> = {
  leadership: 'Lãnh đạo, chỉ đạo, tuyên truyền',
  results: 'Kết quả thực hiện',
  assessment: 'Ưu điểm, tồn tại, nguyên nhân',
  awards: 'Khen thưởng',
  plans: 'Phương hướng, kiến nghị',
};

const errors: Record<KnownError['id'], string> = {
  decision479: 'Đang ghi 479/QĐ-TTg; chương trình chuyển đổi số quốc gia là Quyết định số 749/QĐ-TTg.',
  decree98: 'Nghị định 98/2023/NĐ-CP đã được thay bằng Nghị định 152/2025/NĐ-CP.',
  archiveCode: '“VHKHTT” là ký hiệu của phòng cấp huyện; ở xã thường ghi “VT, VP”.',
  district: 'Đang ghi “trên địa bàn huyện”; cấp huyện đã kết thúc hoạt động từ ngày 01/7/2025.',
};

export const unitReportWords = {
  open: 'Tải báo cáo (.docx)',
  title: 'Tải báo cáo',
  intro:
    'Báo cáo gửi xã theo thể thức văn bản, gồm {n} đoạn đã viết và bảng điểm {groups} nhóm tiêu chí. Tải về rồi mở bằng Word để in, ký.',
  headTitle: 'Phần đầu và phần ký',
  kept: 'Các ô này không gửi về xã. Máy giữ tới khi tải xong.',
  parent: 'Cơ quan chủ quản',
  parentHelp: 'In trên tên đơn vị. Không có thì để trống.',
  number: 'Số, ký hiệu',
  numberHelp: 'Ví dụ: 05/BC-THBT. Chưa lấy số thì để trống, ghi tay sau.',
  date: 'Ngày văn bản',
  signerTitle: 'Chức vụ người ký',
  signerTitleHelp: 'Ví dụ: HIỆU TRƯỞNG. Ký thay: KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG.',
  signerName: 'Họ và tên người ký',
  recipients: 'Nơi nhận, mỗi dòng một nơi',
  usualRecipients: 'Như trên\nLưu: VT',
  blankTitle: 'Trong tệp còn để trống',
  blank: blanks,
  blankNote: 'Vẫn tải được, ghi tay sau.',
  whole: 'Đã đủ số, ngày, người ký, nơi nhận.',
  adviceTitle: 'Nên xem lại trước khi tải',
  parts,
  unwritten: 'Chưa có đoạn nào về: {list}. Phần này để ngoài báo cáo.',
  unanswered: 'Phiếu còn {n} mục chưa trả lời.',
  stale: 'Đoạn “{heading}” ghi {figure}, khác với phiếu hiện nay.',
  error: errors,
  write: 'Sửa các đoạn',
  take: 'Tải báo cáo (.docx)',
  taking: 'Đang soạn tệp…',
  taken: 'Đã lưu tệp “{name}” vào thư mục tải xuống.',
  failed:
    'Chưa soạn được tệp vì phần soạn văn bản chưa có trên máy. Mời mở lại khi có mạng. Chữ đã viết còn đủ.',
} as const;
