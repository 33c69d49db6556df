/** Invented people and organisations of the synthetic commune; place names are the commune's own. */
import type { Sector } from '#domain/criteria.ts';
import type { Dice } from './dice.ts';

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Lý',
  'Nông',
  'Ma',
  'Triệu',
  'Lưu',
] as const;
const men = ['Văn', 'Đức', 'Quang', 'Minh', 'Hữu', 'Xuân', 'Đình', 'Công'] as const;
const women = ['Thị', 'Thị Thu', 'Thị Minh', 'Thị Bích', 'Thị Ngọc'] as const;
const givenMen = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Đạt',
  'Hải',
  'Hùng',
  'Khánh',
  'Long',
  'Nam',
  'Phúc',
  'Quân',
  'Sơn',
  'Thắng',
  'Tuấn',
  'Việt',
] as const;
const givenWomen = [
  'Ánh',
  'Chi',
  'Dung',
  'Giang',
  'Hà',
  'Hoa',
  'Hồng',
  'Lan',
  'Mai',
  'Nga',
  'Oanh',
  'Phương',
  'Quyên',
  'Thảo',
  'Vân',
  'Yến',
] as const;

export const personName = (dice: Dice): string =>
  dice.happens(60)
    ? `${dice.pick(families)} ${dice.pick(men)} ${dice.pick(givenMen)}`
    : `${dice.pick(families)} ${dice.pick(women)} ${dice.pick(givenWomen)}`;

export const demoUnits: readonly { name: string; sector: Sector; subtype: string }[] = [
  { name: 'Công an xã Bình Thuận', sector: 'CQ', subtype: 'agency' },
  { name: 'Ban Chỉ huy Quân sự xã', sector: 'CQ', subtype: 'agency' },
  { name: 'Trường Mầm non Bình Thuận', sector: 'TH', subtype: 'school' },
  { name: 'Trường Tiểu học Bình Thuận', sector: 'TH', subtype: 'school' },
  { name: 'Trường THCS Bình Thuận', sector: 'TH', subtype: 'school' },
  { name: 'Trạm Y tế xã Bình Thuận', sector: 'YT', subtype: 'healthStation' },
  { name: 'Ủy ban Mặt trận Tổ quốc xã', sector: 'DT', subtype: 'massOrg' },
  { name: 'Hội Nông dân xã', sector: 'DT', subtype: 'massOrg' },
  { name: 'Hội Liên hiệp Phụ nữ xã', sector: 'DT', subtype: 'massOrg' },
  { name: 'Hội Cựu chiến binh xã', sector: 'DT', subtype: 'massOrg' },
  { name: 'Đoàn Thanh niên xã', sector: 'DT', subtype: 'massOrg' },
  { name: 'HTX chè an toàn Bình Thuận', sector: 'DN', subtype: 'cooperative' },
  { name: 'HTX nông nghiệp Sơn Dược', sector: 'DN', subtype: 'cooperative' },
  { name: 'Công ty TNHH Cơ khí Bình Sơn', sector: 'DN', subtype: 'enterprise' },
  { name: 'Hội Người cao tuổi xã', sector: 'KH', subtype: 'otherLegalOrg' },
];

export const demoSentences = [
  'Tổ công nghệ số cộng đồng đến từng nhà hướng dẫn người cao tuổi cài VNeID vào tối thứ bảy hằng tuần.',
  'Lập nhóm Zalo của xóm để thông báo lịch họp, lịch cắt điện và nhắc nộp hồ sơ trực tuyến.',
  'Bán chè qua livestream, mỗi tháng có thêm khách ngoài tỉnh đặt hàng.',
  'Thu tiền quỹ bằng chuyển khoản, công khai bảng thu chi trên nhóm.',
  'Lắp mạng không dây tại nhà văn hoá, bà con đến làm dịch vụ công không phải ra xã.',
] as const;

export const demoComments = [
  'Đã xem phiếu. Đề nghị xóm bổ sung ảnh buổi tập huấn khi có mạng.',
  'Số liệu tài khoản định danh cao hơn lần trước, đề nghị xóm kiểm tra lại.',
  'Phiếu rõ ràng, cảm ơn gia đình.',
] as const;
