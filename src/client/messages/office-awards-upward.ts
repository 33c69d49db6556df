/** Award screens: who is put forward to the authorities above, what came of it, and how long a proposal may wait. */
export const upwardWords = {
  title: 'Đề nghị cấp trên khen',
  explain:
    'Những tên xã đề nghị cấp trên khen, và kết quả khi có. Một thành tích chỉ khen một lần: cấp trên đã khen thì xã không khen thêm cho thành tích ấy.',
  none: 'Chưa đề nghị ai lên cấp trên',
  noneText: 'Mở một tên trong danh sách khen thưởng rồi đánh dấu “Đề nghị cấp trên khen”.',
  toList: 'Mở danh sách khen thưởng',
  tableName: 'Danh sách đề nghị cấp trên khen',
  fileTitle: 'Danh sách đề nghị cấp trên khen {year}',
  count: '{n} tên, {done} tên đã có kết quả',
  here: 'Ở xã',
  result: 'Kết quả cấp trên',
  noResult: 'Chưa có kết quả',
  resultLine: '{form}, {authority}, số {number} ngày {date}',
  write: 'Ghi kết quả',
  writeFor: 'Ghi kết quả cho {name}',
  change: 'Sửa kết quả',
  changeFor: 'Sửa kết quả của {name}',
  dialog: 'Kết quả cấp trên: {name}',
  form: 'Hình thức khen',
  formHelp: 'Ví dụ Bằng khen.',
  authority: 'Người hoặc cơ quan khen',
  authorityHelp: 'Ví dụ Chủ tịch UBND tỉnh.',
  number: 'Số quyết định',
  date: 'Ngày quyết định',
  save: 'Lưu kết quả',
  remove: 'Xóa kết quả đã ghi',
  saved: 'Đã ghi kết quả cấp trên cho {name}.',
  removed: 'Đã xóa kết quả cấp trên của {name}.',
  stops: 'Lưu xong, bước tiếp theo của tên này ở xã không ghi được nữa; mời rút tên ra với lý do.',
  columns: {
    number: 'STT',
    form: 'Hình thức cấp trên',
    authority: 'Cấp khen',
    decision: 'Số quyết định cấp trên',
    date: 'Ngày quyết định cấp trên',
  },
} as const;

/** How a letter stands against the working days the campaign's rules give to its decision. */
export const decisionDueWords = {
  left: 'Còn {n} ngày làm việc tới hạn ra quyết định ({day}).',
  today: 'Hôm nay là hạn ra quyết định ({day}).',
  late: 'Quá hạn ra quyết định {n} ngày làm việc (hạn {day}).',
  justLate: 'Đã qua hạn ra quyết định ({day}).',
  inTime: 'Quyết định trong hạn (hạn {day}).',
  afterTime: 'Quyết định sau hạn (hạn {day}).',
} as const;
