/** The first page of a phone that belongs to nobody yet, and of one that several people share. */
export const welcome = {
  heading: 'Thi đua số',
  intro: 'Gia đình, xóm, đơn vị tự đánh giá chuyển đổi số. Không có mạng vẫn điền được, có mạng máy tự gửi.',
  family: 'Tôi có phiếu mời',
  familyHint: 'Quét mã vuông trên phiếu bằng máy ảnh của điện thoại, hoặc nhập mã 10 ký tự in dưới mã vuông.',
  worker: 'Máy này của trưởng xóm, cán bộ',
  check: 'Kiểm tra biên nhận',
  handIn: 'Nộp hộ bài của máy khác',
  status: 'Tình trạng máy này',
  chooserTitle: 'Ai đang dùng máy này?',
  chooserText: 'Mỗi người chỉ thấy phần của mình.',
  another: 'Thêm gia đình hoặc người khác',
  profileLost: 'Cần quét lại mã',
  notFoundTitle: 'Không có trang này',
  notFound: 'Địa chỉ vừa mở không có trong ứng dụng.',
  home: 'Về trang đầu',
  badSlip:
    'Mã trên đường dẫn này không đọc được. Mời quét lại mã vuông trên phiếu mời, hoặc nhập mã 10 ký tự.',
} as const;
