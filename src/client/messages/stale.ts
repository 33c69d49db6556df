/** Two phones changed one record: the words of the choice. */
export const staleWords = {
  title: 'Hai máy cùng sửa: {name}',
  text: 'Xã đã nhận bản của máy khác trước. Bản của máy này vẫn giữ. Mời chọn bản đúng.',
  own: 'Bản của máy này',
  theirs: 'Bản xã đang giữ',
  ownGone: 'Máy này đã bỏ mục này.',
  theirsGone: 'Máy khác đã bỏ mục này.',
  keepOwn: 'Dùng bản của máy này',
  keepTheirs: 'Giữ bản xã đang giữ',
  failed: 'Chưa lưu được. Cả hai bản vẫn còn nguyên. Mời bấm lại.',
} as const;
