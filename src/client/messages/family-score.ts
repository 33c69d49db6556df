/** After sending: what happens next, points for a family that asked for them, and the phone going to the next house. */
export const nextWords = {
  title: 'Tiếp theo',
  steps: [
    'Trưởng xóm cộng phiếu các nhà thành số chung của xóm. Bảng chung không nêu câu trả lời của nhà nào.',
    'Cán bộ xã xem phiếu. Cần hỏi thêm thì xã ghi rõ câu nào; gia đình mở lại ứng dụng này là thấy.',
    'Gia đình không phải làm gì thêm.',
  ],
} as const;

export const scoreWords = {
  show: 'Xem điểm',
  hide: 'Ẩn điểm',
  title: 'Điểm gia đình tự chấm',
  score: '{diem} trên 100 điểm',
  /** Never a rank, never a label: a figure for the family's own use. */
  sentence:
    'Tính theo {xong} trên {tong} câu gia đình đã trả lời. Điểm này để gia đình tự xem, không xếp thứ tự các nhà.',
  helpTitle: 'Việc giúp thêm được nhiều nhất',
  help: '{ten}: {diem}.',
  full: 'Gia đình đã làm được hết những việc trong phiếu.',
} as const;

export const handOnWords = {
  button: 'Xong, đưa máy cho nhà khác',
  title: 'Đóng phần của gia đình trên máy này?',
  text: 'Người dùng máy sau sẽ không mở được phiếu của gia đình. Mọi câu đã điền và biên nhận vẫn còn trên máy; muốn xem lại thì quét phiếu mời của gia đình hoặc nhập mã 10 ký tự.',
  waits: 'Việc còn chờ gửi vẫn được giữ và gửi đi khi có mạng.',
  yes: 'Đóng, đưa máy',
  no: 'Chưa đóng',
  failed: 'Máy chưa đóng được phần này. Mời bấm lại.',
} as const;
