/** Families' objections and requests about their data, as the officer reads and answers them (`domain.md` §5.3). */
import type { DataRequest, Objection } from '#protocol/family-records.ts';

export const officeFamily = {
  rail: 'Ý kiến của hộ',
  title: 'Ý kiến, yêu cầu của các hộ',
  panel: 'Ý kiến, yêu cầu của gia đình',
  filter: 'Có ý kiến, yêu cầu',
  open: 'Chưa trả lời ({n})',
  answered: 'Đã trả lời, đã rút ({n})',
  emptyTitle: 'Chưa có ý kiến hay yêu cầu nào',
  emptyText:
    'Gia đình gửi ý kiến về phiếu nhập thay hoặc yêu cầu về dữ liệu thì hiện ở đây, kèm hạn trả lời.',
  objection: 'Phản đối phiếu nhập thay',
  kinds: {
    access: 'Yêu cầu xem dữ liệu',
    correct: 'Yêu cầu sửa dữ liệu',
    withdraw: 'Rút lại đồng ý',
    restrict: 'Yêu cầu hạn chế sử dụng',
    delete: 'Yêu cầu xóa dữ liệu',
  } satisfies Record<DataRequest['kind'], string>,
  who: '{name}, mã hộ {code}, xóm {hamlet}',
  at: 'Gửi {when}. Hạn trả lời: hết ngày {due}.',
  overdue: 'Gửi {when}. Đã quá hạn trả lời ngày {due}.',
  noWords: 'Gia đình không ghi thêm lời.',
  toForm: 'Mở phiếu',
  frozen: 'Trong lúc chờ và khi chấp nhận, điểm của phiếu nhập thay này không được tính vào số của xóm.',
  erase:
    'Xóa dữ liệu do người quản trị máy chủ thực hiện bằng lệnh admin erase cho từng bản gửi: {ids}. Xóa xong mới ghi “Đã thực hiện”.',
  answerLabel: 'Trả lời gia đình',
  answerNeeded: 'Mời ghi câu trả lời cho gia đình.',
  waits: 'Chờ gửi: câu trả lời đã ghi trên máy này.',
  failed: 'Máy chưa lưu được câu trả lời. Lời vừa viết vẫn còn trên màn hình. Mời bấm lại.',
  refused:
    'Máy chủ không nhận câu trả lời ({code}): gia đình vừa rút lại, hoặc cán bộ khác đã trả lời. Bên trên là trạng thái mới.',
  answerOf: 'Đã trả lời: {text}',
  changeAnswer: 'Sửa câu trả lời',
  objectionStates: {
    open: 'Chưa trả lời',
    upheld: 'Chấp nhận phản đối',
    dismissed: 'Không chấp nhận phản đối',
    takenBack: 'Gia đình đã rút',
  } satisfies Record<Objection['state'], string>,
  requestStates: {
    open: 'Chưa trả lời',
    done: 'Đã thực hiện',
    declined: 'Không thực hiện được',
    takenBack: 'Gia đình đã rút',
  } satisfies Record<DataRequest['state'], string>,
} as const;
