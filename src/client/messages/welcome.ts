/** The first page of a phone that belongs to nobody yet, and of one that several people share. */
export const welcome = {
  heading: 'Thi đua số',
  intro: 'Gia đình, xóm, đơn vị tự đánh giá chuyển đổi số. Không có mạng vẫn điền được, có mạng máy tự gửi.',
  scan: 'Quét mã vuông',
  type: 'Nhập mã 10 ký tự',
  ways: 'Gia đình có phiếu mời; trưởng xóm, đơn vị, cán bộ có mã ghép máy. Mời quét mã vuông ngay ở đây, hoặc nhập mã 10 ký tự in dưới mã vuông.',
  check: 'Kiểm tra biên nhận',
  feedback: 'Góp ý với xã',
  handIn: 'Nộp hộ bài của máy khác',
  status: 'Tình trạng máy này',
  chooserTitle: 'Ai đang dùng máy này?',
  chooserText: 'Mỗi người chỉ thấy phần của mình.',
  another: 'Thêm gia đình hoặc người khác',
  profileLost: 'Cần quét lại mã',
  profileClosed: 'Mở bằng phiếu mời',
  closedTitle: 'Mở bằng phiếu mời',
  closedText:
    'Gia đình đã đưa máy cho người khác nên phần này đóng lại, không ai xem được. Mọi câu đã điền vẫn còn nguyên. Quét mã vuông trên phiếu mời của gia đình, hoặc nhập mã 10 ký tự, thì mở ra.',
  closedOpen: 'Nhập mã trên phiếu mời',
  notFoundTitle: 'Không có trang này',
  notFound: 'Địa chỉ vừa mở không có trong ứng dụng.',
  home: 'Về trang đầu',
  badSlip:
    'Mã trên đường dẫn này không đọc được. Mời quét lại mã vuông trên phiếu mời, hoặc nhập mã 10 ký tự.',
} as const;
