/** Opened inside another app: nothing is kept there for sure, so nothing is begun or redeemed there. */
export const inApp = {
  title: 'Đang mở trong {app}',
  other: 'ứng dụng khác',
  why: 'Mở ở đây thì phiếu dễ bị mất, nên chưa điền, chưa ghép máy được. Mời mở bằng {browser}. Mã chưa dùng.',
  open: 'Mở bằng {browser}',
  /** The app's own menu, where the button does nothing. */
  byHand: {
    menu: 'Nếu bấm nút mà không mở được: bấm dấu ba chấm ở góc trên, chọn mở bằng trình duyệt (có thể khác theo phiên bản).',
    share:
      'Nếu bấm nút mà không mở được: bấm hình la bàn hoặc dấu ba chấm, chọn mở bằng Safari (có thể khác theo phiên bản).',
  },
  copy: 'Chép đường dẫn',
  copied: 'Đã chép. Mời mở {browser} rồi dán vào ô địa chỉ.',
  notCopied: 'Máy không cho chép. Bấm giữ vào đường dẫn dưới đây để chép:',
} as const;
