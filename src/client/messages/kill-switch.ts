/** The page that stands for the whole app while the commune has taken it away to mend it. */
export const killSwitchWords = {
  title: 'Xã đang sửa ứng dụng',
  what: 'Bản ứng dụng cũ có lỗi nên xã đã gỡ khỏi máy này.',
  kept: 'Bài đã lưu và bài chưa gửi vẫn còn nguyên trên máy. Mời đừng xóa dữ liệu trình duyệt.',
  later: 'Khi xã sửa xong, mở lại địa chỉ này là dùng tiếp.',
  waiting: '{n} việc chưa gửi',
  nothing: 'Không còn việc nào chờ gửi.',
  unread: 'Máy chưa đọc được phần này. Bài vẫn còn nguyên. Mời mở lại trang.',
  nobody: 'Máy này không giữ bài nào.',
  handIn: 'Nộp về xã ngay',
  save: 'Lưu thành tệp',
  how: 'Bài chưa gửi được gói vào một tệp. Chỉ xã mở đọc được. Ảnh vẫn ở lại máy và gửi sau.',
  handedIn: 'Xã đã nhận {taken} việc, đã có từ trước {known} việc, cần xem lại {needsLook} việc.',
  failed: 'Máy chưa gói được tệp. Việc chưa gửi vẫn còn nguyên trên máy. Mời bấm lại.',
} as const;
