/** Quét mã: reading a code by the camera, or from a picture; what stands in the way, and what a code is not. */
export const scanWords = {
  title: 'Quét mã',
  open: 'Quét mã bằng máy ảnh',
  starting: 'Đang mở máy ảnh. Nếu máy hỏi, mời bấm Cho phép.',
  looking: 'Đưa mã vuông vào giữa khung, giữ yên. Máy tự đọc, không phải bấm.',
  picture: 'Hình từ máy ảnh',
  torchOn: 'Bật đèn',
  torchOff: 'Tắt đèn',
  fromPicture: 'Đọc từ ảnh chụp phiếu',
  readingPicture: 'Đang đọc ảnh.',
  type: 'Nhập mã 10 ký tự',
  again: 'Mở lại máy ảnh',
  private: 'Hình chỉ xem trên máy này, không lưu và không gửi đi đâu.',
  found: 'Đã đọc được mã.',
  failed: {
    refused:
      'Máy chưa được phép dùng máy ảnh. Bấm hình ổ khóa cạnh ô địa chỉ, cho phép Máy ảnh rồi mở lại; hoặc nhập mã 10 ký tự in dưới mã vuông.',
    none: 'Máy này không có máy ảnh dùng được. Mời nhập mã 10 ký tự in dưới mã vuông, hoặc chọn ảnh chụp phiếu.',
    busy: 'Máy ảnh đang được ứng dụng khác dùng. Mời đóng ứng dụng ấy rồi mở lại; hoặc nhập mã 10 ký tự in dưới mã vuông.',
    noReader:
      'Máy chưa tải được phần đọc mã vì không có mạng. Mời nhập mã 10 ký tự in dưới mã vuông, hoặc dùng máy ảnh của điện thoại.',
  },
  pictureNone: 'Trong ảnh này chưa thấy mã vuông. Mời chụp lại gần hơn, đủ sáng, thấy trọn bốn góc mã.',
  pictureOdd: 'Máy không mở được tệp này. Mời chọn một ảnh chụp phiếu.',
  foreignTitle: 'Mã này không dùng ở đây',
  foreign: {
    elsewhere:
      'Đây là mã Thi đua số của nơi khác ({host}). Máy này đang ở {here}. Mời mở bằng máy ảnh của điện thoại, hoặc xin mã của xã.',
    cutOff: 'Mã của xã nhưng thiếu một phần, có thể do in mờ. Mời nhập mã 10 ký tự in dưới mã vuông.',
    web: 'Đây là địa chỉ trang khác ({host}), không phải mã trên phiếu mời. Máy không mở trang ấy.',
    money: 'Đây là mã chuyển tiền, không phải mã trên phiếu mời.',
    idCard: 'Đây là mã trên thẻ căn cước. Ứng dụng không cần, không lưu. Mời quét mã trên phiếu mời.',
    wifi: 'Đây là mã wifi, không phải mã trên phiếu mời.',
    other: 'Đây không phải mã trên phiếu mời hay mã ghép máy của xã.',
  },
} as const;
