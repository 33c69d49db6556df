/** Putting the app on the home screen. */
export const install = {
  installTitle: 'Để ra màn hình chính cho dễ mở lại',
  installText: 'Mở nhanh như một ứng dụng, phiếu đã lưu khó bị mất hơn. Không tốn tiền.',
  install: 'Thêm vào màn hình chính',
  installed: 'Đã thêm vào màn hình chính.',
  iphoneSteps: [
    'Bấm nút Chia sẻ ở thanh dưới của Safari (hình vuông có mũi tên đi lên).',
    'Kéo xuống, bấm “Thêm vào MH chính”.',
    'Bấm “Thêm”. Lần sau mở ở biểu tượng mới, nhập lại mã trên phiếu nếu được hỏi.',
  ],
  iphoneNote: 'Có thể khác theo phiên bản.',
} as const;
