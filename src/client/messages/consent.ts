/**
 * Consent texts, version by version; what a family agreed to is named by `version`. `details` is the long form behind
 * "Xem từng điều".
 */
export const consentTexts = {
  process: {
    version: '1.1',
    required: true,
    title: 'Lưu và chấm phiếu của gia đình',
    text: 'Ủy ban nhân dân {xa} (bên kiểm soát dữ liệu) xin phép lưu tên chủ hộ, xóm, số điện thoại, số người, câu trả lời và ảnh (nếu có) để tổng hợp, chấm điểm phong trào chuyển đổi số năm {nam}. Chỉ trưởng xóm, cán bộ phụ trách được xem. Gia đình tự nguyện; không đồng ý không mất quyền lợi nào. Gia đình được xem, sửa, rút lại đồng ý, yêu cầu xóa, hạn chế, khiếu nại; cần khai đúng. Lưu đến {ngayXoa}. Hỏi: {dienThoai}.',
    details: [
      'Ai giữ: Ủy ban nhân dân {xa}, điện thoại {dienThoai}.',
      'Dữ liệu nào: tên chủ hộ, xóm, số điện thoại (nếu ghi), số người trong nhà, câu trả lời, ảnh (nếu gửi). Không hỏi số căn cước, số tài khoản, bệnh tật, dân tộc.',
      'Để làm gì: tổng hợp, chấm điểm phong trào chuyển đổi số năm {nam}. Không dùng để xử phạt, tính thuế.',
      'Ai xem: trưởng xóm của gia đình, cán bộ phụ trách của xã. Số liệu công khai chỉ là con số chung, không có tên.',
      'Giữ bao lâu: đến {ngayXoa}, sau đó bỏ tên, chỉ giữ con số chung.',
      'Quyền của gia đình: được biết, xem, sửa, rút lại đồng ý, yêu cầu xóa hoặc hạn chế, phản đối, khiếu nại. Trách nhiệm: khai đúng.',
      'Cách làm: mở mục “Dữ liệu của gia đình” bằng mã trên phiếu mời, gọi {dienThoai}, hoặc đến Trung tâm Phục vụ hành chính công của xã. Xã trả lời trong 2 ngày làm việc.',
      'Không đồng ý cũng không mất quyền lợi nào.',
    ],
    ifDecline:
      'Phiếu sẽ không gửi về xã và được xóa khỏi máy này khi gia đình bấm Xóa. Gia đình vẫn xem được các hướng dẫn. Cảm ơn gia đình.',
  },
  publish: {
    version: '1.1',
    required: false,
    title: 'Nêu tên khi được đề nghị khen',
    text: 'Nếu gia đình được đề nghị khen, Ủy ban nhân dân {xa} (bên kiểm soát dữ liệu) xin phép nêu tên chủ hộ, xóm, thành tích ở nhà văn hóa, trang thông tin, loa truyền thanh của xã để lấy ý kiến, biểu dương. Không nêu điểm, câu trả lời. Gia đình tự nguyện; không đồng ý thì không nêu tên, điểm không đổi. Gia đình được xem, sửa, rút lại đồng ý, yêu cầu gỡ tên, khiếu nại; cần khai đúng. Hỏi: {dienThoai}.',
    details: [],
    ifDecline: 'Xã sẽ không nêu tên gia đình. Phiếu vẫn gửi bình thường.',
  },
  photo: {
    version: '1.1',
    required: false,
    title: 'Dùng ảnh gia đình gửi',
    text: 'Ủy ban nhân dân {xa} (bên kiểm soát dữ liệu) xin phép đăng ảnh gia đình gửi lên bản tin, trang thông tin, nhóm Zalo của xã để giới thiệu cách làm hay. Ảnh có người khác thì gia đình hỏi họ trước; ảnh rõ mặt trẻ em thì xã không đăng. Gia đình tự nguyện; không đồng ý thì ảnh chỉ làm minh chứng. Gia đình được xem, rút lại đồng ý, yêu cầu gỡ, xóa ảnh, khiếu nại. Hỏi: {dienThoai}.',
    details: [],
    ifDecline: 'Ảnh sẽ không đăng ở đâu. Phiếu vẫn gửi bình thường.',
  },
} as const;

/** Clauses that go when the commune has no phone number on record, so that no sentence ends in a hole. */
export const phoneClauses: readonly (readonly [from: string, to: string])[] = [
  [' Hỏi: {dienThoai}.', ' Hỏi: trưởng xóm hoặc cán bộ phụ trách của xã.'],
  [', điện thoại {dienThoai}', ''],
  [' gọi {dienThoai}, hoặc đến', ' hoặc đến'],
  [', hoặc gọi {dienThoai}', ', hoặc hỏi trưởng xóm'],
  [' hoặc gọi {dienThoai}', ''],
];

/** What stands in while this phone has never heard from the commune. */
export const unknownFacts = { xa: 'xã', nam: 'nay', ngayXoa: 'hết thời hạn xã đã công bố' } as const;

export const consent = {
  step: 'Đồng ý {so}/{tong}',
  question: 'Gia đình có đồng ý không?',
  agree: 'Đồng ý',
  decline: 'Không đồng ý',
  details: 'Xem từng điều',
  chosenBefore: 'Lần trước gia đình chọn: {lua}. Chọn lại cũng được.',
  keep: 'Giữ như cũ',
  declinedTitle: 'Gia đình không đồng ý gửi',
  erase: 'Xóa phiếu khỏi máy này',
  changeMind: 'Xem lại, chưa xóa',
  notErased: 'Chưa xóa được phiếu. Mời bấm lại. Phiếu vẫn không gửi về xã.',
  erased: 'Đã xóa phiếu khỏi máy này. Không có gì gửi về xã. Cảm ơn gia đình.',
} as const;
