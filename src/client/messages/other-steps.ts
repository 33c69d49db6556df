/** Bước khác: everything that could still earn points, behind the one next step. */
export const otherStepWords = {
  title: 'Các bước có thể làm',
  link: 'Bước khác ({n})',
  lead: 'Việc nào thêm nhiều điểm đứng trước. Làm xong việc nào, điểm cộng ngay vào phiếu trên máy này.',
  leadNone: 'Không còn mục nào có thể thêm điểm.',
  inTime: 'Kịp trước hạn gửi',
  notInTime: 'Thường cần nhiều ngày hơn số ngày còn lại',
  effort: {
    1: 'Làm trong một, hai buổi.',
    2: 'Cần vài tuần.',
    3: 'Cần kinh phí hoặc thiết bị.',
  },
  writeOnly: 'Chỉ cần ghi vào phiếu.',
  emptyTitle: 'Phiếu đã đủ điểm ở mọi mục',
  toForm: 'Xem cả phiếu',
} as const;
