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
  at: 'Gửi {when}.',
  clock: {
    answer: {
      left: 'Hạn trả lời: hết ngày {due}, còn {n} ngày.',
      today: 'Hạn trả lời: hết hôm nay, {due}.',
      late: 'Đã quá hạn trả lời ngày {due}: {n} ngày.',
    },
    finish: {
      left: 'Đã báo gia đình. Hạn làm xong: hết ngày {due}, còn {n} ngày.',
      today: 'Đã báo gia đình. Hạn làm xong: hết hôm nay, {due}.',
      late: 'Đã báo gia đình. Đã quá hạn làm xong ngày {due}: {n} ngày.',
    },
  },
  noWords: 'Gia đình không ghi thêm lời.',
  toForm: 'Mở phiếu',
  frozen: 'Trong lúc chờ và khi chấp nhận, điểm của phiếu nhập thay này không được tính vào số của xóm.',
  restricted: 'Phiếu của gia đình không được tính vào số của xóm và xếp hạng, từ lúc gia đình yêu cầu.',
  eraseFirst:
    'Xóa dữ liệu cần hai cán bộ. Mời đối chiếu đúng gia đình, ghi câu trả lời rồi bấm “Đã nhận, đang làm”; một cán bộ khác xem lại và ghi “Đã thực hiện”. Xã chỉ có một cán bộ thì người quản trị máy chủ xóa giúp.',
  erase:
    'Cán bộ khác với người đã ghi “Đã nhận, đang làm” xem lại rồi ghi “Đã thực hiện”. Ghi “Đã thực hiện” thì sau 24 giờ máy chủ xóa hẳn mọi dữ liệu của gia đình: phiếu, ảnh, lời ghi, tên trong danh sách; máy của gia đình thôi ghép. Trong 24 giờ còn đổi được câu trả lời. Mời đối chiếu đúng gia đình trước khi ghi.',
  erasing: 'Sau 24 giờ kể từ lúc ghi, máy chủ xóa hẳn; trước đó còn đổi được câu trả lời.',
  answerLabel: 'Trả lời gia đình',
  answerNeeded: 'Mời ghi câu trả lời cho gia đình.',
  waits: 'Chờ gửi: câu trả lời đã ghi trên máy này.',
  failed: 'Máy chưa lưu được câu trả lời. Lời vừa viết vẫn còn trên màn hình. Mời bấm lại.',
  refused:
    'Máy chủ không nhận câu trả lời ({code}): gia đình vừa rút lại, hoặc cán bộ khác đã trả lời. Bên trên là trạng thái mới.',
  refusedAlone:
    'Máy chủ không nhận câu trả lời: xóa dữ liệu cần hai cán bộ, người đã ghi “Đã nhận, đang làm” không tự ghi “Đã thực hiện”.',
  answerOf: 'Đã trả lời: {text}',
  ownAnswer: 'Câu trả lời đã ghi trên máy này: {text}',
  changeAnswer: 'Sửa câu trả lời',
  objectionStates: {
    open: 'Chưa trả lời',
    upheld: 'Chấp nhận phản đối',
    dismissed: 'Không chấp nhận phản đối',
    takenBack: 'Gia đình đã rút',
  } satisfies Record<Objection['state'], string>,
  /** Said while the work goes on: the family hears, the request stays open. */
  acknowledge: 'Đã nhận, đang làm',
  requestStates: {
    open: 'Chưa trả lời',
    done: 'Đã thực hiện',
    declined: 'Không thực hiện được',
    takenBack: 'Gia đình đã rút',
  } satisfies Record<DataRequest['state'], string>,
} as const;
