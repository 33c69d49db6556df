/** Receipt check, open to anyone: a state and a time, never content. */
import type { AssessmentState } from '#protocol/operation.ts';

export const check = {
  title: 'Kiểm tra biên nhận',
  intro: 'Nhập mã biên nhận để biết xã đã nhận phiếu hay chưa. Trang này không cho xem tên hay câu trả lời.',
  label: 'Mã biên nhận',
  help: 'Chín ký tự, ví dụ {example}. Không phân biệt chữ hoa, chữ thường; có dấu gạch hay không đều được.',
  ask: 'Kiểm tra',
  asking: 'Đang hỏi máy chủ của xã.',
  incomplete: 'Mã biên nhận có 9 ký tự, mới có {count}. Mời xem lại.',
  tooLong: 'Mã biên nhận chỉ có 9 ký tự, đang có {count}. Mời xem lại.',
  wrongLetter: 'Mã biên nhận không có ký tự “{letter}”. Mời xem lại.',
  wrongCheck: 'Mã này có ký tự chưa đúng. Mời đọc lại từng ký tự trên biên nhận.',
  notFound:
    'Xã chưa có phiếu nào mang mã {code}. Nếu phiếu còn ghi Chờ gửi, mời mở máy ở chỗ có mạng rồi kiểm tra lại.',
  received: 'Mã {code}: phiếu về tới xã lúc {when}.',
  /** What the state means for whoever holds the receipt. */
  states: {
    draft: 'Phiếu đang được điền, chưa gửi.',
    received: 'Phiếu đang ở xã, chưa bắt đầu chấm.',
    underReview: 'Cán bộ xã đang xem phiếu.',
    returned: 'Xã đã nhờ người gửi bổ sung. Mời người gửi mở ứng dụng để xem cần bổ sung gì.',
    withdrawn: 'Người gửi đã rút phiếu này. Phiếu không được tính cho đến khi gửi lại.',
    verified: 'Xã đã xem và thẩm định xong.',
    final: 'Kết quả đã chốt.',
  } satisfies Record<AssessmentState, string>,
  superseded: 'Sau đó đã có phiếu gửi lại thay cho phiếu này. Phiếu này vẫn được giữ.',
  proxy: 'Phiếu này do người khác nhập thay gia đình.',
  offline:
    'Chưa hỏi được máy chủ của xã vì chưa có mạng. Mã đã nhập đúng dạng; có mạng, mời bấm Kiểm tra lại.',
  captivePortal:
    'Mạng này đòi đăng nhập nên chưa hỏi được máy chủ của xã. Mời đăng nhập wifi hoặc dùng mạng khác rồi bấm Kiểm tra lại.',
  busy: 'Máy chủ của xã đang bận. Mời chờ một phút rồi bấm Kiểm tra lại.',
  again: 'Kiểm tra lại',
  home: 'Về trang đầu',
} as const;
