/** A new version of the app. Apart from the rest: it is in the first download. */
export const updateWords = {
  ready: 'Có bản mới',
  text: 'Những gì đã điền vẫn giữ nguyên.',
  letIn: 'Dùng bản mới',
  waiting: 'Đang chờ lưu xong rồi mới đổi bản…',
} as const;
