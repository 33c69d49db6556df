/** Phụ lục: the tables that go with the awards' papers. */
export const annexWords = {
  names: {
    list: 'Danh sách khen thưởng',
    counts: 'Số lượng khen thưởng',
    ranking: 'Bảng xếp hạng đã chốt',
  },
  under: 'Kèm theo Quyết định số {number} {date}',
  kinds: { collective: 'Tập thể', individual: 'Cá nhân', household: 'Hộ gia đình' },
  parts: { collective: 'I. Tập thể', individual: 'II. Cá nhân', household: 'III. Hộ gia đình' },
  list: {
    columns: {
      at: 'STT',
      name: 'Họ và tên, tên tập thể, chủ hộ',
      position: 'Chức vụ, địa chỉ',
      points: 'Điểm thẩm định',
      rank: 'Xếp hạng',
      summary: 'Tóm tắt thành tích',
      form: 'Hình thức',
      amount: 'Tiền thưởng (đồng)',
      note: 'Ghi chú',
    },
    form: 'Giấy khen',
    upward: 'Đề nghị cấp trên khen',
    total: 'Tổng cộng',
  },
  counts: {
    columns: {
      kind: 'Đối tượng',
      all: 'Số giấy khen',
      movement: 'Theo phong trào',
      exceptional: 'Đột xuất',
      amount: 'Tiền thưởng (đồng)',
    },
    total: 'Tổng cộng',
  },
  ranking: {
    columns: {
      group: 'Nhóm',
      rank: 'Hạng',
      name: 'Tên',
      points: 'Điểm thẩm định',
      grade: 'Xếp loại',
      note: 'Ghi chú',
    },
    notRanked: {
      knockOut: 'Không xếp hạng theo điều kiện loại',
      naCap: 'Phần không áp dụng quá mức, Hội đồng xem xét',
      nothingApplies: 'Không có tiêu chí nào áp dụng',
    },
  },
  groups: { hamlet: 'Xóm', household: 'Hộ gia đình xóm {hamlet}' },
} as const;
