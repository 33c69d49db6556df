/** Cần quét lại mã: the commune no longer takes this phone's key; what that means and how to go on. */
export const rescanWords = {
  title: 'Cần quét lại mã',
  why: 'Xã không nhận máy này nữa, vì mã cũ hết hiệu lực hoặc máy đã được báo mất.',
  refused: 'Xã không nhận mã đã nhập, nên máy chưa gửi được.',
  keptTitle: 'Việc chưa gửi vẫn còn nguyên',
  kept: '{n} việc chưa gửi vẫn nằm trên máy này.',
  keptNone: 'Không có việc nào đang chờ gửi. Những gì đã điền vẫn nằm trên máy này.',
  same: 'Nhập mã mới cho đúng người đang dùng máy: máy tự gửi tiếp các việc ấy, không phải điền lại.',
  other:
    'Nhập mã của người khác: máy mở thêm phần riêng cho người ấy; việc chưa gửi vẫn nằm ở phần cũ, xuất tệp để nộp được.',
  ownKey:
    'Khóa riêng của máy vẫn nằm trên máy. Xã không nhận khóa ấy nữa thì khi dùng mã mới, máy tự làm khóa khác và gửi tiếp bằng khóa mới.',
  ask: 'Xin trưởng xóm hoặc cán bộ xã một mã mới. Quét mã vuông, hoặc nhập mã 10 ký tự dưới đây.',
  call: 'Gọi cán bộ xã: {phone}',
  typedTitle: 'Nhập mã mới',
  button: 'Dùng mã mới',
  fineTitle: 'Máy này đang dùng được',
  fine: 'Xã vẫn nhận máy này, không cần mã mới.',
} as const;
