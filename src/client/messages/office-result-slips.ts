/** Phiếu kết quả: the paper handed to a hamlet, a unit or a family after thẩm định. */
export const resultSlipWords = {
  rail: 'Phiếu kết quả',
  title: 'Phiếu kết quả',
  explain:
    'In kết quả thẩm định của từng xóm, đơn vị, gia đình: điểm từng mục, lý do và cách gửi ý kiến. Phiếu của gia đình chỉ trao cho chính gia đình đó.',
  loading: 'Đang đọc kết quả trên máy này.',
  kind: 'Của ai',
  kinds: { hamlet: 'Xóm', unit: 'Đơn vị', household: 'Gia đình' },
  hamlet: 'Xóm',
  hamletNamed: 'Xóm {name}',
  size: 'Khổ giấy',
  sizes: { A4: 'A4', A5: 'A5' },
  columns: { print: 'In', name: 'Tên', officer: 'Điểm thẩm định', grade: 'Xếp loại', rank: 'Hạng' },
  chosen: 'Đang chọn {n} trên {all} phiếu đã thẩm định.',
  waiting: '{n} phiếu khác chưa thẩm định xong nên chưa có kết quả để in.',
  all: 'Chọn tất cả',
  none: 'Bỏ chọn tất cả',
  print: 'In {n} phiếu',
  emptyTitle: 'Chưa có phiếu nào thẩm định xong',
  empty: 'Thẩm định xong ở Rà soát, kết quả hiện ở đây.',
  toReview: 'Mở Rà soát',
  preview: 'Phiếu kết quả của {name}',
  rankOf: '{rank} trên {of}',
} as const;

/** What stands on the paper. */
export const resultSlipPaper = {
  issuer: 'Ủy ban nhân dân {commune}',
  title: 'PHIẾU KẾT QUẢ',
  about: {
    hamlet: 'Xóm {name}',
    unit: '{name}',
    household: 'Gia đình ông/bà {name}, xóm {hamlet}',
  },
  received: 'Xã nhận phiếu tự đánh giá ngày {date}.',
  sum: { self: 'Tự chấm', supported: 'Có căn cứ', officer: 'Thẩm định' },
  points: '{points} điểm',
  grade: 'Xếp loại: {grade}.',
  rank: 'Xếp hạng {rank} trên {of}, chốt ngày {date}.',
  columns: {
    item: 'Mục',
    max: 'Tối đa',
    self: 'Tự chấm',
    supported: 'Có căn cứ',
    officer: 'Thẩm định',
    reason: 'Lý do',
  },
  notApplicable: 'không áp dụng',
  normalised: 'Điểm tổng đã quy về thang 100, không tính mục không áp dụng.',
  objectTitle: 'Nếu có mục chưa rõ hoặc chưa đúng',
  object: {
    hamlet:
      'Mời ghi ở mục “Trao đổi với xã” trong ứng dụng, hoặc gặp {office}{phone}. Xã xem lại và trả lời từng mục.',
    unit: 'Mời ghi ở mục “Trao đổi với xã” trong ứng dụng, hoặc gặp {office}{phone}. Xã xem lại và trả lời từng mục.',
    household:
      'Mời gia đình báo trưởng xóm, hoặc gặp {office}{phone}. Xã xem lại và trả lời từng mục; việc hỏi lại không ảnh hưởng đến điểm.',
  },
  phone: ', điện thoại {phone}',
  private: 'Phiếu này chỉ trao cho gia đình được ghi tên.',
} as const;
