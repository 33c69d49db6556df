/** The lock of the app, leaving a phone, lists that were lent, and what stays behind, sealed. */
export const lockWords = {
  title: 'Khóa ứng dụng',
  what: 'Đặt khóa để người khác cầm máy không xem được gì: danh sách, bản nháp, việc chờ gửi đều được mã hóa trên máy này.',
  who: {
    plain: 'Nên đặt khi máy dùng chung, hay cho mượn, hoặc có thể rơi mất.',
    office: 'Máy của cán bộ xã có danh sách của cả xã: nên đặt khóa.',
  },
  when: 'Ứng dụng khóa lại khi để khuất quá {phut} phút và mỗi lần mở lại.',
  forgetTitle: 'Đọc trước khi đặt',
  forget:
    'Quên mã hay mất khóa thì không ai mở lại được dữ liệu trên máy này, kể cả xã. Khi ấy xin cán bộ xã mã ghép mới. Việc chưa gửi vẫn còn một bản niêm phong, chỉ xã đọc được.',
  waitsShut:
    'Lúc đang khóa, máy không tự gửi. Việc chờ gửi đi khi mở khóa ở chỗ có mạng. Ảnh chưa gửi không có trong bản niêm phong.',
  limits:
    'Mã 6 số chặn người cầm máy. Người có máy móc chép được cả bộ nhớ vẫn có thể dò mã; khóa bằng vân tay, khuôn mặt thì không dò được.',
  before:
    'Khóa chỉ che những gì ghi từ lúc đặt. Dấu vết cũ trong bộ nhớ trình duyệt mất dần khi trình duyệt dọn.',
  byPasskey: 'Khóa bằng vân tay, khuôn mặt hoặc hình vẽ của máy',
  byPin: 'Khóa bằng mã 6 số',
  orPin: 'Dùng mã 6 số',
  pin: 'Mã 6 số',
  pinHelp: 'Chọn mã riêng cho ứng dụng này.',
  pinAgain: 'Nhập lại mã',
  short: 'Mã cần đủ 6 chữ số.',
  guessable: 'Mã này dễ đoán. Mời chọn mã khác, không phải dãy liền hay số lặp.',
  differs: 'Hai lần nhập khác nhau. Mời nhập lại mã.',
  putOn: 'Đặt khóa',
  puttingOn: 'Đang mã hóa dữ liệu trên máy. Mời giữ ứng dụng mở…',
  takingOff: 'Đang gỡ khóa. Mời giữ ứng dụng mở…',
  unfit: 'Máy này chưa khóa được bằng vân tay hay khuôn mặt. Mời dùng mã 6 số.',
  cancelled:
    'Chưa đặt khóa vì máy chưa nhận được vân tay, khuôn mặt hoặc hình vẽ. Mời bấm lại hoặc dùng mã 6 số.',
  held: 'Phần này còn mở ở cửa sổ khác. Mời đóng cửa sổ ấy rồi bấm lại. Dữ liệu vẫn như cũ.',
  failed: 'Máy chưa làm được. Dữ liệu vẫn như cũ, không mất gì. Mời bấm lại.',
  isOn: {
    pin: 'Đang khóa bằng mã 6 số.',
    passkey: 'Đang khóa bằng vân tay, khuôn mặt hoặc hình vẽ của máy.',
  },
  lockNow: 'Khóa ngay',
  takeOff: 'Gỡ khóa',
  takeOffWhat: 'Gỡ khóa thì dữ liệu trên máy không còn được mã hóa; ai cầm máy cũng mở xem được.',

  lockedTitle: 'Đang khóa',
  lockedWhat: 'Phần của {ten} đang khóa trên máy này.',
  open: 'Mở khóa',
  opening: 'Đang mở…',
  openByPasskey: 'Mở bằng khóa của máy',
  notOpened: 'Chưa mở được vì máy chưa nhận được vân tay, khuôn mặt hoặc hình vẽ. Mời bấm lại.',
  passkeyUnfit: 'Khóa của máy không mở được phần này, có thể vì khóa cũ đã bị xóa khỏi máy.',
  wrong: 'Mã chưa đúng. Còn nhập được {n} lần.',
  wrongLast:
    'Mã chưa đúng. Chỉ còn 1 lần. Nếu lần tới chưa đúng, dữ liệu trên máy này bị xóa, chỉ còn bản niêm phong việc chưa gửi.',
  wait: 'Nhập tiếp được sau {luc}. Mời giữ ứng dụng mở để máy đếm.',
  minutes: '{n} phút',
  seconds: '{n} giây',
  other: 'Người khác dùng máy',
  forgot: 'Quên mã, không mở được',
  forgotTitle: 'Bỏ khóa và xin mã mới',
  forgotWhat:
    'Không ai mở lại được dữ liệu đã khóa. Bấm nút dưới đây thì danh sách, bản nháp và ảnh trên máy này bị xóa hẳn.',
  forgotLeft: 'Còn {n} việc chưa gửi, đã niêm phong cho xã, vẫn được giữ để nộp.',
  forgotNothing: 'Lần mở gần nhất không còn việc nào chờ gửi.',
  forgotNext: 'Sau đó xin cán bộ xã mã ghép mới để dùng tiếp.',
  forgotYes: 'Xóa và bỏ khóa',
  goneTitle: 'Khóa đã hủy',
  gone: 'Mã nhập sai 10 lần nên máy đã hủy khóa. Danh sách, bản nháp và ảnh trên máy này không còn.',
  goneForgot: 'Đã xóa dữ liệu và bỏ khóa trên máy này.',
  goneNext: 'Mời xin cán bộ xã mã ghép mới để dùng tiếp.',
  keptFor: 'Còn {n} việc chưa gửi được giữ trên máy, niêm phong cho riêng xã.',
  toLeft: 'Xem bài còn giữ',
  home: 'Về trang đầu',
} as const;

export const leaveWords = {
  title: 'Ra khỏi máy này',
  what: 'Xóa phần của {ten} khỏi máy này: danh sách, bản nháp, ảnh, biên nhận và khóa. Những gì xã đã nhận vẫn ở xã.',
  back: 'Muốn dùng lại, cần mã ghép mới của xã.',
  first: 'Trước khi xóa, máy thử gửi nốt những gì còn chờ.',
  go: 'Gửi nốt rồi ra',
  sending: 'Đang gửi nốt những gì còn chờ…',
  unsentTitle: 'Còn việc chưa gửi',
  unsent:
    'Còn {n} việc chưa tới xã. Ra bây giờ thì máy giữ lại một bản niêm phong, chỉ xã đọc được; có mạng, máy tự nộp bản ấy.',
  photos: 'Còn {n} ảnh chưa tới xã. Ảnh không nằm trong bản niêm phong: ra bây giờ thì những ảnh ấy mất.',
  keepAndGo: 'Niêm phong rồi ra',
  goAnyway: 'Ra, bỏ ảnh chưa gửi',
  stay: 'Ở lại',
  noCommuneKey:
    'Máy này chưa liên lạc với xã lần nào nên chưa niêm phong được cho riêng xã. Mời mở ứng dụng một lần ở chỗ có mạng. Chưa có gì bị xóa.',
  tooMuch: 'Còn quá nhiều việc để gói vào một tệp. Mời gửi bớt ở chỗ có mạng rồi ra. Chưa có gì bị xóa.',
  wiping: 'Đang xóa khỏi máy…',
  doneTitle: 'Đã ra khỏi máy này',
  done: 'Phần của {ten} đã được xóa khỏi máy này.',
  nothingKept: 'Mọi việc đã tới xã; máy này không giữ lại gì.',
  held: 'Phần này còn mở ở cửa sổ khác. Mời đóng cửa sổ ấy rồi bấm lại. Chưa có gì bị xóa.',
  failed: 'Máy chưa xóa được. Mời đóng các cửa sổ khác của ứng dụng rồi bấm lại.',
  again: 'Làm lại',
  yieldedTitle: 'Đang dùng ở cửa sổ khác',
  yielded:
    'Cửa sổ khác của ứng dụng đang khóa hoặc xóa phần này. Chữ đã ghi vẫn còn. Mời mở lại sau giây lát.',
  reopen: 'Mở lại',
} as const;

export const leftWords = {
  title: 'Bài còn giữ trên máy này',
  what: 'Việc chưa gửi của người đã ra khỏi máy, niêm phong cho riêng xã. Có mạng, máy tự nộp.',
  item: '{ten}: {n} việc, niêm phong lúc {gio} ngày {ngay}',
  send: 'Nộp về xã',
  save: 'Lưu thành tệp',
  sent: 'Xã đã nhận. Máy này không giữ bản ấy nữa.',
  saved: 'Đã lưu tệp {name}.',
} as const;

export const leaseWords = {
  title: 'Danh sách tạm ẩn',
  what: 'Máy chưa liên lạc với xã quá {n} ngày nên danh sách lấy về từ xã được ẩn đi. Nối mạng một lần để xem lại.',
  own: 'Bản nháp, việc chờ gửi và biên nhận của máy này vẫn còn nguyên.',
  send: 'Thử liên lạc với xã',
  trying: 'Đang liên lạc với xã…',
  outbox: 'Xem hàng chờ',
  status: 'Tình trạng máy này',
} as const;
