/**
 * Words with which a head reminds families. To the group: only the hamlet's name and its counts, never a family's name
 * and never a code. To one family: its name, still no code.
 */

/** By how many days are left; `lastDay` is the day itself. */
export const groupReminders = {
  early:
    'Kính gửi bà con xóm {xom}! Xã mời các gia đình tự đánh giá chuyển đổi số {hanGui}. Chỉ {soCau} câu, khoảng 5 phút: quét mã trên phiếu mời là làm được. Đã có {daGui}/{tongHo} nhà gửi, cảm ơn bà con! Nhà nào cần giúp, gọi {dienThoaiXom}, tổ công nghệ số đến tận nhà.',
  soon: 'Bà con xóm {xom} ơi, còn {soNgay} ngày nữa là đến hạn gửi phiếu chuyển đổi số. Xóm ta đã có {daGui}/{tongHo} nhà gửi. Nhà nào chưa kịp, tối nay rảnh 5 phút làm giúp xóm nhé. Mất mạng vẫn điền được, máy tự lưu.',
  eve: 'Bà con ơi, mai là ngày cuối gửi phiếu chuyển đổi số. Xóm {xom} còn {conLai} nhà nữa là đủ. Cần giúp, bà con gọi {dienThoaiXom}. Cảm ơn bà con!',
  lastDay:
    'Bà con ơi, hôm nay là ngày cuối gửi phiếu chuyển đổi số. Xóm {xom} còn {conLai} nhà nữa là đủ. Cần giúp, bà con gọi {dienThoaiXom}. Cảm ơn bà con!',
  overdue:
    'Bà con xóm {xom} ơi, hạn gửi phiếu đã qua nhưng xã vẫn nhận đến hết ngày {hanThem}. Nhà nào bận chưa kịp thì làm nốt giúp xóm nhé. Ai đã bấm Gửi mà máy chưa báo “Xã đã nhận”, mời mở lại ứng dụng ở chỗ có mạng.',
  closed:
    'Đợt tự đánh giá đã khép lại. Xóm {xom} có {daGui}/{tongHo} nhà tham gia. Cảm ơn bà con! Nhà nào đã bấm Gửi mà chưa thấy “Xã đã nhận”, gọi {dienThoaiXom} để được giúp.',
  /** The commune has set no day yet. */
  open: 'Kính gửi bà con xóm {xom}! Xã mời các gia đình tự đánh giá chuyển đổi số. Chỉ {soCau} câu, khoảng 5 phút: quét mã trên phiếu mời là làm được. Đã có {daGui}/{tongHo} nhà gửi, cảm ơn bà con! Nhà nào cần giúp, gọi {dienThoaiXom}, tổ công nghệ số đến tận nhà.',
} as const;
export type ReminderTime = keyof typeof groupReminders;

const familyOpen =
  'Kính gửi gia đình ông/bà {chuHo}. Xã mời gia đình tự đánh giá chuyển đổi số {hanGui}. Chỉ {soCau} câu, khoảng 5 phút: quét mã trên phiếu mời là làm được, mất mạng vẫn điền được. Cần giúp, mời gọi {dienThoaiXom}. Xóm {xom} cảm ơn gia đình!';

export const familyReminders: Record<ReminderTime, string> = {
  early: familyOpen,
  soon: familyOpen,
  eve: 'Kính gửi gia đình ông/bà {chuHo}. Mai là ngày cuối gửi phiếu chuyển đổi số. Gia đình rảnh 5 phút thì làm giúp xóm nhé: quét mã trên phiếu mời, trả lời rồi bấm Gửi. Cần giúp, mời gọi {dienThoaiXom}. Xóm {xom} cảm ơn gia đình!',
  lastDay:
    'Kính gửi gia đình ông/bà {chuHo}. Hôm nay là ngày cuối gửi phiếu chuyển đổi số. Gia đình rảnh 5 phút thì làm giúp xóm nhé: quét mã trên phiếu mời, trả lời rồi bấm Gửi. Cần giúp, mời gọi {dienThoaiXom}. Xóm {xom} cảm ơn gia đình!',
  overdue:
    'Kính gửi gia đình ông/bà {chuHo}. Hạn gửi phiếu chuyển đổi số đã qua nhưng xã vẫn nhận đến hết ngày {hanThem}. Gia đình rảnh thì làm nốt giúp xóm nhé. Cần giúp, mời gọi {dienThoaiXom}. Xóm {xom} cảm ơn gia đình!',
  closed:
    'Kính gửi gia đình ông/bà {chuHo}. Đợt tự đánh giá chuyển đổi số đã khép lại. Gia đình đã bấm Gửi mà chưa thấy “Xã đã nhận”, mời gọi {dienThoaiXom} để được giúp. Xóm {xom} cảm ơn gia đình!',
  open: familyOpen.replace(' {hanGui}', ''),
};

/** Clauses that change when the head's number is not known, so that no sentence ends in a hole. */
export const noHeadPhone: readonly (readonly [from: string, to: string])[] = [
  [', gọi {dienThoaiXom}, tổ công nghệ số', ', nhắn vào nhóm này, tổ công nghệ số'],
  [' Cần giúp, bà con gọi {dienThoaiXom}.', ' Cần giúp, bà con nhắn vào nhóm này.'],
  [' Cần giúp, mời gọi {dienThoaiXom}.', ' Cần giúp, mời gia đình báo lại.'],
  [', mời gọi {dienThoaiXom} để được giúp', ', mời báo lại để được giúp'],
  [', gọi {dienThoaiXom} để được giúp', ', nhắn vào nhóm này để được giúp'],
];

export const remindWords = {
  title: 'Lời nhắc nhóm Zalo',
  familyTitle: 'Nhắc gia đình',
  text: 'Lời nhắc, sửa được',
  textHelp: 'Thêm giờ trực ở nhà văn hóa, nếu có.',
  rule: 'Trong nhóm chỉ nêu tên xóm và con số chung. Không nêu tên nhà chưa làm, không gửi mã riêng của hộ.',
  hasName: 'Lời nhắc đang có tên chủ hộ {name}. Trong nhóm chỉ nên nêu con số chung.',
  hasCode: 'Lời nhắc đang có mã hoặc đường dẫn riêng của một hộ. Mã như chìa khóa: không gửi vào nhóm.',
  sentSelf: 'Gia đình này đã gửi phiếu, không cần nhắc nữa.',
  share: 'Chia sẻ',
  copy: 'Chép',
  copied: 'Đã chép. Mở Zalo, giữ ngón tay ở ô nhắn rồi chọn Dán.',
  refused: 'Máy không cho chép. Mời giữ ngón tay vào lời nhắc ở trên rồi chọn Sao chép.',
  call: 'Gọi {phone}',
  sms: 'Nhắn tin {phone}',
  noPhone: 'Chưa có số điện thoại của gia đình nên chưa gọi, chưa nhắn tin được từ đây.',
  addPhone: 'Thêm số điện thoại',
  again: 'Viết lại theo mẫu',
} as const;
