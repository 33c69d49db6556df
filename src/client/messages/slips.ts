/** The slip a family is invited with (A6, on paper), and the screen on which a head asks for slips, prints and shares them. */

export const slipTexts = {
  header: 'ỦY BAN NHÂN DÂN {XA}',
  title: 'PHIẾU MỜI TỰ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ',
  to: 'Kính gửi gia đình ông/bà {chuHo}, xóm {xom}',
  body: 'Mời gia đình trả lời {soCau} câu hỏi ngắn, khoảng 5 phút, {hanGui}. Không phải thi, không mất tiền.',
  stepsTitle: 'Cách làm',
  steps: [
    'Mở máy ảnh điện thoại, đưa vào mã vuông bên cạnh, bấm dòng chữ hiện ra.',
    'Trả lời từng câu. Mất mạng vẫn làm được, máy tự lưu.',
    'Bấm Gửi, giữ lại biên nhận.',
  ],
  code: 'Không quét được thì vào {diaChiTrang} và nhập mã:',
  help: 'Không có điện thoại thông minh: trưởng xóm {truongXom}, {dienThoaiXom}, sẽ đến giúp.',
  warning:
    'Mã này như chìa khóa của gia đình: không đăng lên mạng. Xã không hỏi mật khẩu, mã OTP, số tài khoản; ai hỏi là lừa đảo.',
  privacy: 'Gia đình tự nguyện tham gia. Câu trả lời chỉ trưởng xóm và cán bộ phụ trách của xã được xem.',
} as const;

/** Clauses that change when a fact is not known, so that no sentence ends in a hole. */
export const slipGaps = {
  hanGui: [', {hanGui}.', '.'],
  truongXom: [' {truongXom}', ''],
  dienThoaiXom: [', {dienThoaiXom},', ''],
} as const satisfies Record<string, readonly [from: string, to: string]>;

export const slipWords = {
  title: 'Phiếu mời',
  whom: 'In phiếu cho ai?',
  allUnsent: 'Tất cả hộ chưa gửi: {n}',
  chosen: 'Chọn từng hộ',
  one: 'Chỉ hộ {name}',
  pick: 'Chọn hộ cần in phiếu',
  search: 'Tìm tên chủ hộ hoặc mã hộ',
  picked: 'Đã chọn {n} hộ',
  none: 'Mọi hộ trong danh sách đều đã gửi phiếu. Cần phiếu cho hộ nào thì chọn từng hộ.',
  nobody: 'Chưa có hộ nào trong danh sách nên chưa in được phiếu mời.',
  sheets: '{n} phiếu, {sheets} tờ A4, mỗi tờ 4 phiếu.',
  replaced:
    'Mỗi lần lấy mã là có mã mới: phiếu in trước mà gia đình chưa quét thì không dùng được nữa. Gia đình đã quét rồi thì vẫn dùng tiếp trên máy của mình.',
  notKept: 'Máy không giữ lại phiếu: rời trang này là phải lấy mã mới.',
  newOnes: '{n} hộ vừa thêm chưa gửi về xã nên chưa có phiếu: {names}. Có mạng, máy tự gửi rồi lấy mã được.',
  get: 'Lấy mã, xem phiếu',
  getting: 'Đang lấy mã từ xã…',
  choose: 'Mời chọn ít nhất một hộ.',
  unreachableTitle: 'Chưa có mạng nên chưa lấy được mã',
  unreachable:
    'Mã trên phiếu do xã cấp nên cần mạng một lần. Chưa có mã nào bị thay. Trong lúc chờ vẫn làm được: dùng các phiếu đã in, nhập thay gia đình, gửi lời nhắc.',
  partly:
    'Mới lấy được {n} trên {total} phiếu thì mất mạng. In được ngay {n} phiếu này; có mạng, bấm để lấy tiếp.',
  goOn: 'Lấy tiếp {n} phiếu',
  retry: 'Thử lại',
  proxy: 'Về danh sách các hộ',
  remind: 'Viết lời nhắc',
  tooMany:
    'Hôm nay một hộ trong số này đã được lấy mã quá nhiều lần. Mời thử lại vào ngày mai, hoặc bỏ bớt hộ.',
  notAllowed: 'Máy này không được cấp phiếu mời. Mời hỏi cán bộ xã.',
  lockedOut: 'Máy này cần quét lại mã của xã rồi mới lấy phiếu được.',
  awaits: 'Máy này còn chờ xã đồng ý; khi xã đồng ý rồi mới lấy phiếu được.',
  signIn: 'Chưa cấp phiếu vì phiên làm việc đã hết. Mời bấm lại và xác nhận.',
  busy: 'Máy chủ của xã đang bận. Mời thử lại sau ít phút.',
  refused: 'Xã chưa cấp được mã ({problem}). Mời thử lại, hoặc gọi cán bộ xã.',
  ready: 'Đã có {n} phiếu',
  missing: '{n} hộ chưa được cấp phiếu vì xã chưa nhận được hộ đó, hoặc hộ đã rời danh sách: {names}.',
  print: 'In {n} phiếu',
  printNote: 'Chọn giấy A4, lề không, tỉ lệ 100%. Cắt theo nét đứt.',
  again: 'Chọn lại',
  preview: 'Phiếu của hộ {name}',
  list: 'Gửi riêng từng phiếu',
  share: 'Chia sẻ',
  shareOf: 'Chia sẻ phiếu của hộ {name}',
  shareNote: 'Chỉ gửi cho đúng gia đình đó, không gửi vào nhóm.',
  shareText:
    'Kính gửi gia đình ông/bà {chuHo}, xóm {xom}. Đây là phiếu mời riêng của gia đình, xin đừng chuyển cho người khác. Bấm vào đây để trả lời: {link}',
  shared: 'Đã mở bảng chia sẻ cho phiếu của hộ {name}.',
  saved: 'Đã lưu ảnh phiếu của hộ {name} vào máy. Mở Zalo, gửi ảnh cho gia đình.',
  copied: 'Đã chép đường dẫn của hộ {name}. Dán vào tin nhắn riêng của gia đình.',
  notDrawn: 'Máy không vẽ được ảnh phiếu. Mời in phiếu.',
  fileName: 'phieu-moi-{ma}.png',
  qr: 'Mã QR của hộ {name}',
} as const;
