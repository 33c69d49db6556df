/** One record written on two of the office's machines: both versions, and whose stands (`domain.md` §6.4). */
export const officeStale = {
  title: '“{title}”: máy khác đã sửa trước',
  text: 'Bản của máy này đến sau nên xã chưa ghi. Cả hai bản đều còn. Mời chọn bản đúng.',
  ownEnded: 'Máy này đã bỏ mục này, còn máy khác vừa sửa nó. Mời chọn.',
  theirsEnded: 'Máy khác đã bỏ mục này, còn máy này vừa sửa nó. Mời chọn.',
  own: 'Máy này:',
  theirs: 'Ở xã:',
  nothing: 'bỏ trống',
  keepOwn: 'Giữ bản của máy này',
  keepTheirs: 'Giữ bản ở xã',
  endHere: 'Bỏ mục này',
  leaveEnded: 'Để mục này được bỏ',
  failed: 'Chưa ghi được vào máy này. Cả hai bản vẫn còn, mời bấm lại.',
} as const;
