/** Hôm nay: what waits for the officer (`domain.md` §6.4: formal, exact, nobody is blamed). */
import type { DataRequest } from '#protocol/family-records.ts';

export const officeToday = {
  title: 'Hôm nay, {day}',
  weekdays: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  explain:
    'Mọi việc đang chờ cán bộ thường trực, xếp theo việc cần làm. Mũi tên lên, xuống để chọn một việc, Enter để mở.',
  deadline: 'Hạn của {kind}: {phrase}, ',
  daysLeft: 'còn {n} ngày',
  lastDay: 'hôm nay là ngày cuối',
  over: 'đã hết hạn',
  kinds: { household: 'hộ', hamlet: 'xóm', unit: 'đơn vị' },
  loading: 'Đang xem dữ liệu trên máy này…',
  queue: 'Chờ tôi: {n} việc',
  queueNone: 'Chờ tôi',
  noneTitle: 'Không có việc chờ',
  noneText: 'Phiếu mới, ý kiến của gia đình, máy im lặng và hạn sắp tới tự hiện ở đây khi có.',
  noCampaignText: 'Dữ liệu của xã chưa về máy này. Khi có mạng, máy tự nhận.',
  columns: { state: 'Trạng thái', who: 'Từ', what: 'Việc', since: 'Chờ từ', act: 'Mở việc' },
  groups: {
    approve: 'Máy chờ xã đồng ý',
    choose: 'Cần chọn',
    aside: 'Để riêng',
    review: 'Rà soát',
    families: 'Ý kiến, yêu cầu của hộ',
    moves: 'Hộ chuyển xóm',
    feedback: 'Góp ý của dân',
    devices: 'Máy im lặng',
    deadlines: 'Hạn',
  },
  group: '{group} ({n})',
  rest: 'Còn {n} việc nữa',
  restAct: 'Xem cả',
  all: 'Cả xã',
  people: 'Người dân',

  what: {
    disputed: 'Hai cán bộ chấm khác nhau mục {code}: {values}',
    notApplicable: 'không áp dụng',
    and: ' và ',
    aside: '1 mục chưa nhận được từ máy của {person}, mã {code}',
    asideUnknown: '1 mục chưa nhận được từ một máy chưa rõ, mã {code}',
    newHamlet: 'Phiếu mới, {sent}/{total} hộ đã gửi',
    newUnit: 'Phiếu mới, {answered}/{criteria} mục đã điền',
    again: 'Đã bổ sung {changed} mục, gửi lần {round}',
    againSame: 'Gửi lại lần {round}, câu trả lời như trước; mời xem ảnh và ý kiến kèm theo',
    halfScored: 'Chấm {scored}/{criteria} mục',
    allScored: 'Đã chấm đủ {criteria}/{criteria} mục, chờ thẩm định',
    above: '; {n} mục cao hơn mức có thể',
    objection: 'Phản đối phiếu nhập thay, trả lời hết ngày {due}',
    requestAnswer: '{what}, trả lời hết ngày {due}',
    requestFinish: '{what}, làm xong hết ngày {due}',
    requests: {
      access: 'Yêu cầu xem dữ liệu',
      correct: 'Yêu cầu sửa dữ liệu',
      withdraw: 'Rút lại đồng ý',
      restrict: 'Yêu cầu hạn chế sử dụng',
      delete: 'Yêu cầu xóa dữ liệu',
    } satisfies Record<DataRequest['kind'], string>,
    overdue: ' (đã quá hạn)',
    move: 'Chuyển từ xóm {from} sang xóm {to}',
    approve: 'Máy “{name}” ghép bằng liên kết, chờ đối chiếu bốn số',
    silent: 'Máy im lặng {days} ngày, còn {waiting} việc chưa gửi',
    deadline: 'Hạn {phrase}, còn {days} ngày; {missing}/{all} {kind} chưa gửi',
    lastDay: 'Hôm nay là ngày cuối ({phrase}); {missing}/{all} {kind} chưa gửi',
    over: 'Đã hết hạn ({phrase}); {missing}/{all} {kind} chưa gửi',
    report: 'Báo cáo “{title}”: hạn {phrase}, còn {days} ngày',
    reportOver: 'Báo cáo “{title}”: đã hết hạn ({phrase})',
  },
  acts: {
    disputed: 'Chọn',
    aside: 'Xem',
    new: 'Chấm',
    again: 'Chấm',
    halfScored: 'Chấm tiếp',
    allScored: 'Thẩm định',
    objection: 'Trả lời',
    request: 'Trả lời',
    move: 'Chuyển',
    feedback: 'Trả lời',
    approve: 'Đối chiếu',
    silent: 'Xem',
    deadline: 'Nhắc',
    report: 'Xem',
  },

  sheet: {
    asideTitle: 'Mục để riêng {code}',
    asideText:
      'Máy chủ chưa hiểu hoặc chưa nhận được mục này nên giữ nguyên ở chỗ riêng; các mục khác vẫn vào bình thường. Khi máy chủ có bản mới, mục này được xem lại tự động.',
    asideDo:
      'Mời báo người phụ trách kỹ thuật mã {code}. Nếu cần ngay, nhờ người gửi nhập lại trên máy của họ.',
    silentTitle: 'Máy của {who}',
    silentText: 'Máy này còn việc chưa gửi và đã lâu chưa liên lạc. Những gì đã ghi vẫn nằm trên máy ấy.',
    silentDo:
      'Mời gọi người giữ máy: mở ứng dụng ở chỗ có mạng là máy tự gửi. Nếu máy hỏng mạng lâu, nhờ xuất tệp bài chưa gửi rồi nhập ở mục Nhập bài từ tệp.',
    person: 'Người giữ máy',
    of: 'Của',
    seen: 'Liên lạc lần cuối',
    waiting: 'Việc chưa gửi',
    kept: 'Việc để riêng',
    build: 'Bản ứng dụng',
    code: 'Mã lỗi',
    operation: 'Loại việc',
    at: 'Lúc nhận',
    phone: 'Điện thoại',
    call: 'Gọi {phone}',
    noPhone: 'chưa có số',
    close: 'Đóng',
  },

  where: {
    hamlets: '{n} xóm đang ở đâu',
    units: '{n} đơn vị đang ở đâu',
    none: 'Chưa gửi phiếu',
    empty: 'Chưa có xóm nào trong danh sách.',
    point: '{n} {word}',
  },
  unsent: {
    hamlets: '{n} xóm chưa gửi',
    units: '{n} đơn vị chưa gửi',
    allHamlets: 'Mọi xóm đã gửi phiếu',
    families: '{sent}/{total} hộ',
    noFamilies: 'chưa có số hộ',
    copy: 'Chép lời nhắc để gửi Zalo',
    copied: 'Đã chép lời nhắc. Mở nhóm Zalo trưởng xóm rồi dán.',
    refused: 'Máy không cho chép. Mời chọn lời nhắc ở dưới rồi chép bằng tay.',
    text: 'Lời nhắc',
    notice: 'In thông báo',
    rest: 'và {n} đơn vị khác',
  },
  families: {
    title: 'Hộ gia đình',
    sent: '{sent}/{total}',
    text: ' phiếu, {percent}. Hôm qua thêm {yesterday}.',
    noTotal: 'Chưa có số hộ của các xóm nên chưa tính được tỷ lệ. Đã nhận {sent} phiếu.',
  },

  notice: {
    title: 'THÔNG BÁO',
    subtitle: 'Các xóm chưa gửi phiếu tự đánh giá chuyển đổi số năm {year}',
    lead: 'Đến {when}, {commune} chưa nhận được phiếu tự đánh giá của {n} xóm dưới đây. Hạn gửi: {phrase}.',
    columns: { index: 'TT', name: 'Xóm', families: 'Hộ đã gửi phiếu' },
    ask: 'Đề nghị trưởng xóm và bà con các xóm trên hoàn thành và gửi phiếu. Vùng sóng yếu cứ bấm Gửi, có mạng máy tự gửi. Cần giúp, gọi {phone}.',
    askNoPhone:
      'Đề nghị trưởng xóm và bà con các xóm trên hoàn thành và gửi phiếu. Vùng sóng yếu cứ bấm Gửi, có mạng máy tự gửi.',
    none: 'Mọi xóm đã gửi phiếu. Cảm ơn bà con!',
    print: 'In',
    back: 'Trở lại Hôm nay',
    screen: 'Thông báo để dán ở nhà văn hóa',
    explain:
      'Bản in khổ A4, nêu tên xóm và số hộ đã gửi, không nêu tên gia đình nào. Bấm In, hoặc Esc để trở lại.',
  },

  keys: {
    rows: 'Chọn việc bên trên, bên dưới',
    enter: 'Mở việc đang chọn',
    copy: 'Chép lời nhắc để gửi Zalo',
    print: 'In thông báo các xóm chưa gửi',
  },
} as const;

/**
 * To the hamlet heads' group on Zalo: hamlets' names and counts alone (`content-vi.json`, reminders.hamletHead, said to
 * all of them at once). By how many days are left.
 */
export const headReminders = {
  early:
    'Kính gửi các đồng chí trưởng xóm. Phiếu tự đánh giá của xóm gửi về xã {hanGui}. Xã chưa nhận phiếu của {soXom} xóm: {dsXom}. Đồng chí cần phiếu mời in sẵn hay cần người hỗ trợ, xin nhắn lại. Trân trọng!',
  soon: 'Kính gửi các đồng chí trưởng xóm, còn {soNgay} ngày đến hạn gửi phiếu. Xã chưa nhận phiếu của {soXom} xóm: {dsXom}. Nhà không có điện thoại thông minh, đồng chí nhập thay khi gia đình đồng ý. Vùng sóng yếu cứ bấm Gửi, có mạng máy tự gửi.',
  eve: 'Kính gửi các đồng chí trưởng xóm, mai là ngày cuối. Xã chưa nhận phiếu của {soXom} xóm: {dsXom}. Đồng chí bấm Gửi về xã trong hôm nay giúp, kể cả khi chưa đủ hộ; còn hạn và xã chưa chấm thì vẫn sửa, gửi lại được. Có vướng mắc xin gọi {dienThoai}.',
  lastDay:
    'Kính gửi các đồng chí trưởng xóm, hôm nay là ngày cuối. Xã chưa nhận phiếu của {soXom} xóm: {dsXom}. Đồng chí bấm Gửi về xã giúp, kể cả khi chưa đủ hộ; xã chưa chấm thì vẫn sửa, gửi lại được. Có vướng mắc xin gọi {dienThoai}.',
  overdue:
    'Kính gửi các đồng chí trưởng xóm, xã chưa nhận được phiếu của {soXom} xóm: {dsXom}. Nếu đã bấm Gửi, xin mở ứng dụng ở chỗ có sóng để máy gửi nốt. Xã nhận thêm đến hết ngày {hanThem}. Cần giúp, gọi {dienThoai}, cán bộ xã xuống tận nơi.',
  closed:
    'Kính gửi các đồng chí trưởng xóm, đợt gửi phiếu đã khóa; xã chưa nhận phiếu của {soXom} xóm: {dsXom}. Nếu máy còn phiếu Chờ gửi, xin giữ nguyên máy, đừng xóa ứng dụng và gọi {dienThoai} để xã xem xét.',
  open: 'Kính gửi các đồng chí trưởng xóm. Xã chưa nhận phiếu tự đánh giá của {soXom} xóm: {dsXom}. Đồng chí cần phiếu mời in sẵn hay cần người hỗ trợ, xin nhắn lại. Trân trọng!',
} as const;
export const unitReminders = {
  early:
    'Kính gửi các đơn vị. Đề nghị gửi phiếu tự đánh giá và báo cáo kết quả phong trào về UBND xã {hanGui}. Xã chưa nhận phiếu của {soXom} đơn vị: {dsXom}. Trân trọng!',
  soon: 'Kính gửi các đơn vị. Còn {soNgay} ngày đến hạn báo cáo. Xã chưa nhận phiếu của {soXom} đơn vị: {dsXom}. Vướng mắc xin gọi {dienThoai}.',
  eve: 'Kính gửi các đơn vị. Mai là ngày cuối nhận báo cáo. Xã chưa nhận phiếu của {soXom} đơn vị: {dsXom}. Đề nghị người đứng đầu xem, xác nhận và bấm Gửi trong hôm nay. Xin cảm ơn!',
  lastDay:
    'Kính gửi các đơn vị. Hôm nay là ngày cuối nhận báo cáo. Xã chưa nhận phiếu của {soXom} đơn vị: {dsXom}. Đề nghị người đứng đầu xem, xác nhận và bấm Gửi. Xin cảm ơn!',
  overdue:
    'Kính gửi các đơn vị. UBND xã chưa nhận được báo cáo của {soXom} đơn vị: {dsXom}. Đề nghị gửi trước khi hết ngày {hanThem}. Nếu đã bấm Gửi, xin mở lại ứng dụng khi có mạng. Liên hệ {dienThoai}.',
  closed:
    'Kính gửi các đơn vị. Đợt báo cáo đã khóa; xã chưa nhận phiếu của {soXom} đơn vị: {dsXom}. Cần gửi bổ sung, xin liên hệ {dienThoai} để UBND xã xem xét.',
  open: 'Kính gửi các đơn vị. Xã chưa nhận phiếu tự đánh giá của {soXom} đơn vị: {dsXom}. Trân trọng!',
} as const;
/** Where the commune's number is not known, so that no sentence ends in a hole. */
export const noCommunePhone: readonly (readonly [from: string, to: string])[] = [
  [' Có vướng mắc xin gọi {dienThoai}.', ' Có vướng mắc xin nhắn lại.'],
  [' Vướng mắc xin gọi {dienThoai}.', ' Vướng mắc xin nhắn lại.'],
  [' Cần giúp, gọi {dienThoai}, cán bộ xã', ' Cần giúp, xin nhắn lại, cán bộ xã'],
  [' và gọi {dienThoai} để', ' và nhắn lại để'],
  [' Liên hệ {dienThoai}.', ''],
  [', xin liên hệ {dienThoai} để', ', xin nhắn lại để'],
];
