/** Ghép máy: from a link or a typed code to a phone that belongs to somebody. */
export const enrolWords = {
  title: 'Ghép máy',
  intro:
    'Mã trong đường dẫn cho máy này làm việc thay mặt một người: trưởng xóm, đầu mối đơn vị hoặc cán bộ xã. Bấm “Ghép máy này” thì xã mới cho biết mã thuộc về ai.',
  issuer:
    'Mã chỉ do cán bộ {commune}, hoặc trưởng xóm của mình, đưa tận tay hay gửi riêng. Ai khác gửi thì đừng bấm.',
  issuerUnknown: 'xã',
  issuerAsk: 'Chưa chắc thì hỏi lại xã theo số {phone}.',
  awaitsNext: 'Bấm tiếp: màn hình sau có bốn số để gọi cán bộ xã đối chiếu, và phiếu để điền trong lúc chờ.',
  onlyTap: 'Chưa bấm thì mã chưa dùng. Mở đường dẫn này không làm mất mã.',
  labelLabel: 'Đặt tên cho máy này',
  labelHelp: 'Để sau này nhận ra máy, ví dụ “Máy của ông Tám”.',
  labelDefault: 'Máy chưa đặt tên',
  codeNeeded: 'Mời nhập đủ 10 ký tự của mã rồi bấm “Ghép máy này”.',
  button: 'Ghép máy này',
  again: 'Thử lại',
  typedTitle: 'Nhập mã trên phiếu mời',
  typedLabel: 'Mã 10 ký tự',
  typedHelp: 'Chữ thường, chữ hoa, có khoảng cách hay không đều được.',
  typedCount: 'Đã nhập {n} trên 10 ký tự.',
  typedLong: 'Mã có 10 ký tự, đang có {n}. Mời bỏ ký tự thừa.',
  typedMarked:
    'Bàn phím vừa tự thêm dấu thành “{sign}”. Mã không có dấu: mời xóa ký tự ấy, tắt gõ dấu tiếng Việt rồi gõ lại.',
  typedOdd: 'Ký tự “{sign}” không có trong mã. Mã chỉ gồm chữ số và chữ cái không dấu, không có chữ U.',
  typedRead: 'Máy đọc là: {code}',
  /** A typed code names no form; the square beside it does, so that one begins without a network. */
  scanOffline: 'Gia đình có phiếu mời thì quét mã vuông: không có mạng vẫn bắt đầu trả lời được.',
  progress: {
    asking: 'Đang hỏi xã về mã này, rồi lấy bộ tiêu chí của xã. Xin giữ ứng dụng mở.',
  },
  doneTitle: 'Đã ghép máy',
  done: 'Máy này giờ là của: {title}.',
  notReady: 'Chưa lấy xong dữ liệu của xã. Có mạng, máy tự lấy tiếp; vẫn vào làm việc được.',
  go: 'Vào làm việc',
  failure: {
    'code-unknown':
      'Xã không có mã này. Mời so lại từng ký tự; nếu vẫn không được thì mã đã thay hoặc của nơi khác, mời xin mã mới.',
    'code-spent': 'Mã này đã được dùng trên máy khác; mỗi mã chỉ ghép một máy. Mời xin mã mới.',
    'code-expired': 'Mã này đã hết hạn, hoặc đã có mã khác thay. Mời xin mã mới.',
    'too-many-attempts': 'Đã nhập sai nhiều lần. Mời chờ {minutes} phút rồi thử lại. Mã vẫn dùng được.',
    noNetwork:
      'Chưa liên lạc được với xã vì không có mạng. Mã chưa dùng, vẫn còn đây. Mời thử lại ở chỗ có mạng.',
    captivePortal:
      'Mạng này đòi đăng nhập nên chưa tới được xã. Mã chưa dùng, vẫn còn đây. Mời đăng nhập wifi hoặc dùng mạng khác.',
    busy: 'Máy chủ của xã đang bận. Mã vẫn còn đây. Mời thử lại sau ít phút.',
    other: 'Xã chưa nhận mã này. Mời gọi cán bộ xã, đọc dòng sau: {problem}.',
    storage:
      'Máy chưa lưu được chìa khóa riêng. Mời tắt chế độ ẩn danh, hoặc xóa bớt ảnh, video rồi thử lại.',
  },
  /** Under a code that is of no more use. */
  newCode:
    'Cách xin mã mới: gia đình hỏi trưởng xóm để nhận phiếu khác; trưởng xóm, đơn vị gọi cán bộ xã để được gửi đường dẫn khác.',
  call: 'Gọi cán bộ xã: {phone}',
  keyRefused:
    'Xã không nhận máy này bằng mã đó: máy đã được báo mất, hoặc đang ghép cho việc khác. Mời xin mã mới.',
  safe: 'Những gì đã lưu trên máy này vẫn còn nguyên.',
  badLinkTitle: 'Đường dẫn chưa đủ',
  badLink: 'Đường dẫn này thiếu phần mã. Mời mở lại từ tin nhắn gốc, hoặc nhập mã 10 ký tự trên phiếu.',
  slipLink: 'Đây là mã của một gia đình. Bấm để mở phiếu của gia đình.',
  slipButton: 'Mở phiếu của gia đình',
} as const;
