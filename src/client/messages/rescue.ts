/** Carrying work without a network: the file with what was not sent, and handing in another phone's file. */
export const rescueWords = {
  exportTitle: 'Nộp không cần mạng',
  exportWhat: 'Việc chưa gửi được gói vào một tệp. Chỉ xã mở đọc được; ai cầm tệp hộ cũng không đọc được gì.',
  exportHow:
    'Gửi tệp cho cán bộ xã qua Zalo, chép vào thẻ nhớ, hoặc nhờ người có mạng mở trang {address} để nộp hộ.',
  exportKeeps: 'Không có gì bị xóa khỏi máy này. Có mạng, máy vẫn tự gửi; nộp hai lần xã chỉ tính một.',
  exportButton: 'Xuất bài chưa gửi',
  exporting: 'Đang gói tệp…',
  shared: 'Đã gói {n} việc vào tệp {name}.',
  saved: 'Đã lưu tệp {name}, trong có {n} việc. Tệp nằm ở thư mục Tải về.',
  nothingWaits: 'Không còn việc nào chờ gửi nên không cần xuất tệp.',
  noCommuneKey:
    'Máy này chưa liên lạc với xã lần nào nên chưa gói được tệp cho riêng xã. Mời mở ứng dụng một lần ở chỗ có mạng. Việc chưa gửi vẫn còn nguyên.',
  exportFailed: 'Máy chưa gói được tệp. Việc chưa gửi vẫn còn nguyên trên máy. Mời bấm lại.',
  shareTitle: 'Bài chưa gửi của {title}',

  title: 'Nộp hộ bài của máy khác',
  intro:
    'Máy khác không có mạng thì xuất bài thành một tệp (tên tệp có đuôi {suffix}). Chọn tệp ấy ở đây, máy này chuyển về xã giúp.',
  unread: 'Máy này không mở đọc được tệp. Nộp hai lần xã chỉ tính một lần.',
  officeIntro: 'Tệp do máy không có mạng xuất ra. Nhập ở đây thì xã nhận như chính máy ấy gửi.',
  choose: 'Chọn tệp',
  chosen: 'Tệp đã chọn: {name}',
  handIn: 'Nộp về xã',
  importFile: 'Nhập tệp',
  handingIn: 'Đang chuyển tệp về xã…',
  takenTitle: 'Xã đã nhận tệp',
  taken: 'Việc xã vừa nhận',
  known: 'Việc xã đã có từ trước',
  needsLook: 'Việc cán bộ xã cần xem lại',
  takenWhat: 'Báo người gửi tệp: bài đã về tới xã. Máy của họ có mạng thì tự hiện biên nhận.',
  another: 'Nộp tệp khác',
  tooLarge: 'Tệp này lớn hơn {mb} MB nên không phải bài xuất từ ứng dụng. Mời chọn lại.',
  empty: 'Tệp này trống. Mời xuất lại từ máy kia.',
  unreadable: 'Máy chưa đọc được tệp này. Mời chọn lại.',
  unreachable: 'Chưa tới được xã vì không có mạng. Tệp vẫn còn trên máy. Mời bấm lại ở chỗ có mạng.',
  refused: {
    default:
      'Xã không nhận tệp này: tệp bị sửa, bị hỏng, hoặc không phải bài gửi cho xã này. Mời xuất lại từ máy kia.',
    busy: 'Máy chủ của xã đang bận. Tệp vẫn còn trên máy. Mời bấm lại sau ít phút.',
    waits: 'Tệp chưa gửi vì chưa xác nhận ai đang ở máy. Tệp vẫn nguyên. Mời bấm lại và xác nhận.',
    pending:
      'Máy làm ra tệp này còn chờ xã đồng ý, nên tệp phải do cán bộ xã nhập, hoặc nhập lại sau khi xã đồng ý. Xin giữ tệp lại.',
    revoked:
      'Máy xuất tệp này đã bị thu hồi quyền nên tệp phải do cán bộ xã nhập. Mời chuyển tệp cho cán bộ xã.',
  },
} as const;
