/** Where the app cannot go on: loaded with the first page, because nothing else may be loaded then. */
export const appTrouble = {
  errorTitle: 'Màn hình này vừa gặp lỗi',
  errorText: 'Dữ liệu vẫn còn trên máy. Bấm Tải lại để mở tiếp.',
  errorNoNetwork: 'Nếu vừa mở lần đầu, cần có mạng để tải nốt ứng dụng.',
  outdated: 'Máy này vừa mở bản mới hơn của ứng dụng. Dữ liệu vẫn còn trên máy. Bấm Tải lại.',
  blocked: 'Mời đóng các cửa sổ khác của ứng dụng rồi chờ một chút. Dữ liệu vẫn còn trên máy.',
  storageUnavailable:
    'Trình duyệt này không cho lưu dữ liệu trên máy nên chưa dùng được. Tắt chế độ ẩn danh, hoặc mở bằng Chrome, Safari.',
  insecureTitle: 'Địa chỉ này chưa an toàn',
  insecureText:
    'Ứng dụng chỉ chạy trên địa chỉ bắt đầu bằng https://. Mở qua http:// thì trình duyệt không cho lưu phiếu và không cho mở khi mất mạng.',
  insecureDo: 'Mời hỏi cán bộ xã địa chỉ đúng, hoặc thử địa chỉ dưới đây:',
} as const;
