/** State words (design §3): the only ones a person sees, each with a sentence that says where the data is. */
import type { StateWord } from '#client/state-of.ts';

export const stateWords: Record<StateWord, string> = {
  draft: 'Đang điền',
  unsaved: 'Chưa lưu được',
  queued: 'Chờ gửi',
  sending: 'Đang gửi',
  received: 'Xã đã nhận',
  safe: 'Đã có bản lưu dự phòng',
  withdrawn: 'Đã rút',
  underReview: 'Xã đang chấm',
  returned: 'Trả lại để bổ sung',
  conflict: 'Cần chọn',
  lockedOut: 'Cần quét lại mã',
  setAside: 'Có mục để riêng',
  verified: 'Đã thẩm định',
  final: 'Kết quả chính thức',
};

/** One sentence under each word: what happened, and where the data is now. */
export const stateSentences = {
  empty: 'Chưa có gì để lưu. Điền dở lúc nào cũng dừng được.',
  saving: 'Đang lưu vào máy này…',
  draft: 'Đã lưu trên máy này lúc {gio}.',
  nothingSent: 'Chưa có gì gửi khỏi máy này.',
  unsaved: 'Những gì vừa điền vẫn còn trên màn hình này.',
  queued: 'Phiếu đã lưu trên máy này. Có mạng và ứng dụng đang mở, máy tự gửi.',
  queuedNoNetwork: 'Chưa có mạng. Phiếu còn nguyên trên máy này, có mạng máy tự gửi.',
  queuedCaptive: 'Mạng này cần đăng nhập nên chưa gửi được. Phiếu còn nguyên trên máy này.',
  queuedBusy: 'Máy chủ của xã đang bận. Phiếu còn nguyên trên máy này, máy sẽ tự gửi lại.',
  sending: 'Đang gửi phiếu về xã. Phiếu vẫn giữ trên máy này.',
  received: 'Lúc {gio} ngày {ngay}.',
  safe: 'Mất máy này thì phiếu ở xã vẫn còn.',
  withdrawn: 'Phiếu đã rút lại. Bản đã gửi không được tính.',
  underReview: 'Cán bộ xã đang xem phiếu. Phiếu vẫn nguyên như lúc gửi.',
  returned: 'Xã nhờ bổ sung. Bản đã gửi vẫn còn.',
  conflict: 'Hai máy ghi khác nhau. Cả hai đều được giữ.',
  lockedOut: 'Máy này cần quét lại mã của xã. Phiếu vẫn còn nguyên trên máy.',
  setAside: 'Xã chưa nhận được, đã để riêng. Vẫn giữ trên máy này.',
  verified: 'Xã đã xem xong phiếu.',
  final: 'Kết quả đã chốt.',
} as const;
