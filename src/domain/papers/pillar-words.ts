/** The pillars of the movement as a report names them. */
import type { Pillar } from '../criteria.ts';

export const pillarWords: Record<Pillar, string> = {
  nenTang: 'nền tảng số và an toàn thông tin',
  chinhQuyenSo: 'chính quyền số',
  kinhTeSo: 'kinh tế số',
  xaHoiSo: 'xã hội số',
};
