/** Words of the question controls, for whoever fills a form. */
export const formMessages = {
  person: 'người',
  tellMore: 'Kể thêm vài câu (không bắt buộc)',
  auto: 'Máy tự ghi câu này khi gửi.',
  naConfirm: 'Câu này sẽ không tính điểm cho gia đình. Trưởng xóm sẽ xác nhận. Đúng như vậy chứ?',
  naYes: 'Đúng như vậy',
  naNo: 'Không phải, để trả lời',
  editOutOf: 'Sửa số {mau}',
  giveOutOf: 'Ghi số người',
  people: '{n} người',
  ofPeople: '{n} trên {mau} người',
  from14: 'từ đủ 14 tuổi.',
  tooMany: 'Số này nhiều hơn số người từ đủ 14 tuổi ({mau} người). Mời gia đình xem lại.',
  /** An answer in plain words. */
  unanswered: 'Chưa trả lời',
  yes: 'Có',
  no: 'Không',
  counted: '{n} {unit}',
  ofTotal: '{n} trên {mau}',
} as const;
