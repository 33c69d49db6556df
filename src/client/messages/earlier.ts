/** Forms of earlier years, on the phones of hamlets, units and families. */
export const earlierWords = {
  title: 'Phiếu năm trước',
  unsent: 'Phiếu năm {year} còn nội dung chưa gửi, vẫn ở trong máy này.',
  kept: 'Phiếu năm {year} vẫn ở trong máy này.',
  open: 'Mở phiếu năm {year}',
  now: 'Đang mở phiếu năm {year}',
  nowText: 'Xem lại được, và gửi được nếu chưa gửi.',
  back: 'Về phiếu năm {year}',
  newForm: 'Xã đã mở phiếu năm mới.',
  openNew: 'Mở phiếu năm mới',
  oldForm: 'Đây là phiếu năm trước.',
  toOthers: 'Về phiếu năm nay',
  failed: 'Chưa mở được. Mời bấm lại.',
} as const;
