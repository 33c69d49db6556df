/** What a family reads while answering. Loaded with the first page: only what that page and the questions need. */
export const household = {
  title: 'Phiếu của gia đình',
  heading: 'Gia đình tự đánh giá chuyển đổi số',
  asker: 'Ủy ban nhân dân {xa} mời gia đình trả lời và gửi phiếu {hanGui}.',
  askerUnknown: 'Ủy ban nhân dân xã mời gia đình trả lời và gửi phiếu.',
  intro:
    'Gia đình trả lời 15 câu hỏi ngắn, khoảng 5 phút. Không có câu nào khó, không phải thi. Dừng lúc nào cũng được, máy tự lưu. Câu trả lời không dùng để xử phạt hay tính thuế.',
  whoAnswers: 'Người lớn nào trong nhà trả lời cũng được.',
  offlineFine: 'Không có mạng vẫn làm được. Có mạng, máy tự gửi.',
  start: 'Bắt đầu',
  data: 'Dữ liệu của gia đình',
  notStarted:
    'Máy chưa mở được phiếu vì bộ nhớ của trình duyệt không dùng được. Tắt chế độ ẩn danh, hoặc xóa bớt ảnh, video rồi bấm lại.',
  /** The slip's code, so that a family sees whose form this is. */
  slipCode: 'Mã hộ trên phiếu mời: {maHo}',
  profileTitle: 'Gia đình (mã hộ {maHo})',
  phoneLabel: 'Máy của gia đình',
  question: 'Câu {so}/{tong}',
  firstQuestion: 'Trước hết',
  progress: 'Đã làm {xong}/{tong} câu',
  skip: 'Bỏ qua, làm sau',
  done: 'Xong, quay lại xem',
  doneShared: 'Xong, quay lại câu trước',
  inAppBrowser:
    'Đang mở trong ứng dụng khác nên phiếu dễ bị mất. Bấm dấu ba chấm ở góc, chọn mở bằng trình duyệt (có thể khác theo phiên bản).',
} as const;
