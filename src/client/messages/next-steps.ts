/** "Bước nên làm tiếp": what would earn more, in the words of its card and of the list behind it. */

export const stepWords = {
  title: 'Bước nên làm tiếp',
  gain: '+{points} điểm',
  gainAtMost: 'nhiều nhất +{points} điểm',
  /** Not answered yet. */
  fill: 'Điền mục {code}: {text}',
  /** Answered, and could earn more. */
  raise: 'Nâng mục {code}: {text}',
  yes: 'Được thêm điểm khi trả lời “{label}”.',
  level: 'Được thêm điểm khi tới mức “{label}”.',
  ratioFirst: 'Đủ điểm từ {total} trên {of}{unit}.',
  ratio: 'Còn {more}{unit} nữa là đủ {total} trên {of}{unit}.',
  countFirst: 'Được điểm này từ {total} {unit}.',
  count: 'Còn {more} {unit} nữa là đủ {total} {unit}.',
  forms: 'Còn {more} hộ nữa gửi phiếu là đủ {total} trên {of} hộ.',
  figures: 'Phiếu hộ gợi ý {n} trên {d}.',
  logged: 'Nhật ký hoạt động đã ghi {count} {unit}.',
  beginShared: 'Cần ghi số tổng trước thì mới tính được điểm chính xác.',
  begin: 'Điền xong mới tính được điểm chính xác.',
  grade: 'Xong việc này là qua {min} điểm, loại {grade}.',
  gradeAtMost: 'Đạt đủ là qua {min} điểm, loại {grade}.',
  notInTime: 'Việc này thường cần nhiều ngày hơn số ngày còn lại.',
  open: 'Điền mục này',
  openAnswered: 'Mở mục này',
  openForms: 'Xem các hộ chưa gửi',
} as const;
