/** Codes that bind a phone, a phone that waits for the commune's word, and a head's helpers. */
import type { ProblemCode } from '#protocol/problem.ts';

export const deviceWords = {
  /** Read one by one, so that "4 7 1 0" is compared and not "four thousand". */
  digits: 'Bốn số đối chiếu: {digits}',

  code: {
    qr: 'Mã QR ghép máy cho {title}',
    how: 'Trên máy kia: mở máy ảnh, đưa vào mã vuông, bấm dòng chữ hiện ra rồi bấm “Ghép máy này”.',
    typed: 'Không quét được thì vào {address} rồi nhập mã:',
    left: 'Mã còn dùng được {minutes} phút {seconds} giây.',
    overTitle: 'Mã đã hết hạn',
    over: 'Mã trên màn hình chỉ dùng trong 10 phút, và chỉ cho một máy.',
    another: 'Lấy mã khác',
    getting: 'Đang lấy mã từ xã…',
    bound: 'Đã ghép một máy bằng mã này: {label}.',
  },

  refused: {
    unreachableTitle: 'Chưa có mạng nên chưa làm được',
    unreachable: 'Việc này cần hỏi máy chủ của xã. Chưa có gì thay đổi; có mạng rồi mời bấm lại.',
    pending: 'Máy này còn chờ xã đồng ý nên chưa cấp được mã cho người khác.',
    lockedOut: 'Máy này cần quét lại mã của xã rồi mới làm được việc này.',
    notAllowed: 'Máy này không được làm việc đó. Mời hỏi cán bộ xã.',
    notFound: 'Xã không có máy hoặc nơi này nữa. Mời tải lại trang.',
    tooMany: 'Hôm nay đã làm việc này quá nhiều lần. Mời thử lại sau.',
    busy: 'Máy chủ của xã đang bận. Mời thử lại sau ít phút.',
    signIn: 'Phiên làm việc đã hết. Mời đăng nhập lại rồi làm tiếp; chưa có gì thay đổi.',
    other: 'Xã chưa làm được việc này ({problem}). Mời thử lại, hoặc báo người vận hành.',
  },

  awaits: {
    title: 'Chờ xã đồng ý',
    line: 'Việc đã điền còn nguyên trên máy này. Xã đồng ý thì máy tự gửi.',
    what: 'Máy này ghép bằng đường dẫn gửi qua tin nhắn, nên cán bộ xã xem lại một lần cho đúng máy.',
    compare:
      'Gọi cán bộ xã và đọc bốn số này. Màn hình của xã cũng hiện đúng bốn số ấy thì không nhầm sang máy khác.',
    meanwhile: 'Trong lúc chờ vẫn điền được, cả khi mất mạng. Xã đồng ý thì máy tự gửi, không phải làm lại.',
    ask: 'Hỏi xã ngay',
    asking: 'Đang hỏi xã…',
    askedAt: 'Đã hỏi lúc {time}: xã chưa trả lời.',
    offline: 'Chưa có mạng nên chưa hỏi được. Có mạng, máy tự hỏi.',
    call: 'Gọi cán bộ xã: {phone}',
    enter: 'Vào điền phiếu',
    long: 'Đã hơn một ngày xã chưa trả lời. Việc đã điền vẫn còn nguyên trên máy này: mời gọi cán bộ xã, hoặc xin mã khác rồi quét.',
    scan: 'Quét mã khác',
    giveUp: 'Thôi không chờ, rời khỏi máy này',
    helperNot: 'Xã đồng ý rồi thì thêm máy người giúp được.',
  },

  declined: {
    title: 'Xã chưa đồng ý máy này',
    line: 'Việc đã điền vẫn còn nguyên trên máy này.',
    why: 'Cán bộ xã không nhận máy này: có thể đường dẫn dành cho người khác, hoặc bốn số đọc lên không khớp. Không có gì từ máy này đã gửi đi.',
    ask: 'Nếu đây đúng là máy của mình, mời gọi cán bộ xã xin đường dẫn khác, hoặc tới xã quét mã tại chỗ.',
  },

  helpers: {
    title: 'Máy người giúp',
    entryLine: 'Cho người nhập thay gia đình dùng máy của họ',
    what: 'Người giúp dùng máy của mình để nhập thay các gia đình và chụp ảnh. Phiếu của xóm vẫn do trưởng xóm ký và gửi.',
    until: 'Máy ghép hôm nay dùng được 30 ngày, đến ngày {date}, rồi tự hết hạn.',
    nameLabel: 'Tên người giúp',
    nameHelp: 'Để biết máy nào của ai, ví dụ “Chị Hoa, đoàn thanh niên”.',
    nameNeeded: 'Mời ghi tên người giúp.',
    get: 'Hiện mã QR',
    showTitle: 'Mã cho máy của {name}',
    onlyHere: 'Đưa máy này cho người giúp quét tại chỗ. Không chụp gửi mã này cho ai.',
    done: 'Xong',
    listTitle: 'Máy đang giúp xóm',
    none: 'Chưa có máy người giúp nào',
    noneText: 'Có người nhập thay cùng thì mỗi người dùng một máy, danh sách hộ tự khớp với nhau.',
    serves: 'Dùng được đến {date}.',
    seen: 'Liên lạc lần cuối {when}.',
    waiting: 'Còn {n} việc chưa gửi.',
    revoke: 'Thu hồi',
    revokeOf: 'Thu hồi máy của {name}',
    confirmTitle: 'Thu hồi máy của {name}?',
    confirm:
      'Từ lần liên lạc tới, máy ấy không xem và không gửi được nữa. Việc chưa gửi vẫn nằm trên máy ấy; người giúp xuất tệp rồi đưa cán bộ xã nhập.',
    confirmUndo: 'Thu hồi nhầm thì cho máy ấy quét một mã QR mới: việc chưa gửi tự gửi tiếp.',
    keep: 'Thôi',
    revoked: 'Đã thu hồi máy của {name}.',
    over: 'Đã hết hạn',
    cutOff: 'Đã thu hồi',
    notHead: 'Chỉ trưởng xóm thêm và thu hồi được máy người giúp.',
  },
} as const;

const refusals: Partial<Record<ProblemCode, string>> = {
  'device-pending': deviceWords.refused.pending,
  'device-revoked': deviceWords.refused.lockedOut,
  'device-unknown': deviceWords.refused.lockedOut,
  'not-allowed': deviceWords.refused.notAllowed,
  'not-found': deviceWords.refused.notFound,
  'too-many-attempts': deviceWords.refused.tooMany,
  busy: deviceWords.refused.busy,
  'server-error': deviceWords.refused.busy,
};

/** Undefined where the code itself has to be read out. */
export const deviceRefusal = (problem: ProblemCode): string | undefined => refusals[problem];
