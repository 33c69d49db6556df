/** "Dữ liệu của gia đình": what the commune has of a family, and what the family may ask of it (`domain.md` §5.3). */
import type { DataRequest, Objection } from '#protocol/family-records.ts';

type Kind = DataRequest['kind'];

export const familyData = {
  title: 'Dữ liệu của gia đình',
  at: 'lúc {gio} ngày {ngay}',
  notReached:
    'Máy này chưa liên lạc với xã lần nào nên chưa biết xã đang giữ gì và chưa gửi được yêu cầu. Mời mở lại ở chỗ có mạng.',
  help: 'Cần hỏi thêm, gọi {dienThoai} hoặc hỏi trưởng xóm.',
  helpNoPhone: 'Cần hỏi thêm, mời hỏi trưởng xóm hoặc cán bộ phụ trách của xã.',
  status: 'Tình trạng máy này',
  send: 'Gửi về xã',
  cancel: 'Thôi',
  notKept: 'Máy chưa lưu được. Lời vừa viết vẫn còn trên màn hình. Mời bấm lại.',
  words: 'Lời gia đình: {loi}',
  waiting: 'Chờ gửi. Đã lưu trên máy này, có mạng máy tự gửi.',
  refused: 'Xã chưa nhận được. Mã hỗ trợ: {ma}. Mời gửi lại, hoặc gọi cán bộ xã và đọc mã này.',
  due: 'Xã trả lời trước hết ngày {ngay}.',
  finish: 'Xã làm xong trước hết ngày {ngay}.',
  answer: 'Xã trả lời: {loi}',

  form: {
    title: 'Phiếu gia đình đã gửi',
    none: 'Từ máy này chưa gửi phiếu nào.',
    goOn: 'Điền tiếp phiếu',
    elsewhere:
      'Gia đình đã gửi phiếu từ máy khác. Máy này chỉ biết biên nhận, không xem được câu trả lời. Muốn xem, gửi yêu cầu “Xem dữ liệu xã đang giữ”.',
    gone: 'Bản đã gửi nằm ở xã và trong bản lưu dự phòng; máy này không còn giữ chi tiết.',
    answers: 'Xem các câu đã gửi',
    sentAt: 'Gửi từ máy này {luc}.',
    change: 'Sửa rồi gửi lại',
    changing: 'Phiếu đang mở để sửa. Gửi lại thì bản mới thay bản cũ.',
    locked: 'Xã đang xem phiếu nên chưa sửa được ở đây. Cần sửa, gửi yêu cầu “Nhờ xã sửa”.',
    answer: '{ten}: {loi}',
  },

  typed: {
    title: 'Phiếu người khác nhập thay',
    none: 'Chưa ai nhập thay gia đình.',
    at: 'Người của xóm nhập thay, xã nhận {luc}.',
    counts: 'Phiếu này đang được tính cho gia đình.',
    own: 'Gia đình đã tự gửi phiếu, nên xã lấy phiếu của gia đình, không lấy phiếu này.',
    replaced: 'Đã có phiếu nhập thay mới hơn thay phiếu này.',
    withdrawn: 'Phiếu này không được tính nữa.',
    upheld: 'Xã đã đồng ý với gia đình: phiếu này không được tính.',
    frozen: 'Gia đình có ý kiến, nên phiếu này tạm không tính.',
    hidden: 'Máy này không xem được câu trả lời trong đó. Muốn xem, gửi yêu cầu “Xem dữ liệu xã đang giữ”.',
    object: 'Phiếu này không đúng ý gia đình',
  },

  objection: {
    title: 'Không đúng ý gia đình',
    what: 'Gửi ý kiến này thì điểm của phiếu nhập thay tạm không tính, cho đến khi cán bộ xã xem và trả lời. Xã trả lời trong 2 ngày làm việc.',
    private: 'Chỉ cán bộ xã đọc được lời gia đình viết. Trưởng xóm chỉ biết là gia đình có ý kiến.',
    ask: 'Không đúng ở chỗ nào?',
    reasons: [
      'Có câu trả lời không đúng với gia đình',
      'Không ai hỏi gia đình trước khi nhập',
      'Gia đình chưa đồng ý cho nhập thay',
    ],
    other: 'Lý do khác',
    tell: 'Kể thêm vài câu (không bắt buộc)',
    tellOther: 'Lý do của gia đình',
    choose: 'Mời chọn một lý do rồi gửi.',
    write: 'Mời viết vài chữ về lý do rồi gửi.',
    item: 'Ý kiến về phiếu nhập thay',
    takeBack: 'Rút lại ý kiến',
    states: {
      open: 'Xã chưa trả lời. Phiếu nhập thay tạm không tính.',
      upheld: 'Xã thấy gia đình nói đúng.',
      dismissed: 'Xã đã xem và vẫn tính phiếu nhập thay.',
      takenBack: 'Gia đình đã rút lại ý kiến.',
    } satisfies Record<Objection['state'], string>,
  },

  consent: {
    title: 'Gia đình đã đồng ý những gì',
    none: 'Máy này chưa ghi sự đồng ý nào của gia đình.',
    agreed: 'Đồng ý',
    declined: 'Không đồng ý',
    version: 'Chọn {luc}, theo bản {ban} của lời xin phép.',
    takeBack: 'Rút lại đồng ý',
    takeBackNamed: 'Rút lại đồng ý: {ten}',
    text: 'Đọc lời xin phép',
    process:
      'Xã không tính phiếu đã gửi nữa và ngừng dùng câu trả lời của gia đình. Trong 2 ngày làm việc xã trả lời, chậm nhất 15 ngày làm xong. Không đồng ý không làm gia đình mất quyền lợi nào.',
    sendAgain: 'Máy gửi lại phiếu như cũ, chỉ đổi mục này thành “Không đồng ý”. Điểm không đổi.',
    ask: 'Xã đang xem phiếu nên máy gửi yêu cầu để xã đổi mục này. Xã trả lời trong 2 ngày làm việc. Điểm không đổi.',
    inForm: 'Phiếu đang mở để sửa: đổi mục này ở phần xem lại rồi gửi phiếu.',
    openForm: 'Mở phiếu đang sửa',
    reason: 'Rút lại đồng ý: {ten}',
  },

  receipts: { title: 'Biên nhận trên máy này', none: 'Chưa có biên nhận nào.', open: '{ma}, xã nhận {luc}' },

  request: {
    title: 'Yêu cầu về dữ liệu',
    intro: 'Gửi yêu cầu thì xã trả lời trong 2 ngày làm việc. Chỉ cán bộ xã đọc được lời gia đình viết.',
    takeBack: 'Rút lại yêu cầu',
    tell: 'Lời nhắn cho cán bộ xã (không bắt buộc)',
    tellCorrect: 'Chỗ nào cần sửa, sửa thế nào?',
    write: 'Mời viết chỗ cần sửa rồi gửi.',
    already: 'Yêu cầu này đã gửi, đang chờ xã trả lời.',
    kinds: {
      access: 'Xem dữ liệu xã đang giữ',
      correct: 'Nhờ xã sửa',
      withdraw: 'Rút lại đồng ý',
      restrict: 'Tạm ngừng dùng dữ liệu',
      delete: 'Xóa dữ liệu của gia đình',
    } satisfies Record<Kind, string>,
    what: {
      access:
        'Xã cho gia đình xem mọi điều xã đang giữ về gia đình: phiếu tự gửi, phiếu nhập thay, sự đồng ý, ảnh nếu có.',
      correct: 'Dùng khi không tự sửa được trong phiếu: tên chủ hộ, xóm, hoặc phiếu xã đang xem.',
      withdraw: 'Xã ngừng dùng dữ liệu vào việc gia đình không còn đồng ý.',
      restrict:
        'Từ lúc xã nhận yêu cầu, phiếu của gia đình không được tính vào số liệu nào, cho đến khi gia đình rút lại yêu cầu hoặc xã trả lời là không làm được.',
      delete:
        'Xã xóa phiếu, câu trả lời và ảnh của gia đình, chỉ giữ con số chung không có tên; chậm nhất 15 ngày làm xong. Xóa rồi không lấy lại được.',
    } satisfies Record<Kind, string>,
    states: {
      open: 'Xã chưa trả lời.',
      done: 'Xã đã làm xong.',
      declined: 'Xã không làm được yêu cầu này.',
      takenBack: 'Gia đình đã rút lại yêu cầu.',
    } satisfies Record<DataRequest['state'], string>,
    restricted: 'Phiếu của gia đình đang không được tính vào số liệu nào.',
    wipe: 'Xóa cả trên máy này',
    wipeText: 'Phiếu và biên nhận trên máy này sẽ mất hẳn. Mã biên nhận đã chép lại vẫn tra được.',
    wipeYes: 'Xóa khỏi máy này',
    wipeNo: 'Giữ lại',
    wipeFailed: 'Máy chưa xóa được. Mời đóng các cửa sổ khác của ứng dụng rồi bấm lại.',
  },
} as const;
