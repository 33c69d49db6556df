/** Said when somebody types what reads as the number of an identity paper. */
export const warnId = {
  title: 'Có dãy số giống số căn cước, chứng minh',
  text: 'Ở đây không cần số đó. Nếu đúng là số giấy tờ của ai, mời xóa khỏi ô đang ghi.',
  remove: 'Xóa dãy số',
  keep: 'Không phải, giữ nguyên',
} as const;
