/** Sector tags of plan section II.3.i (`domain.md` §1.5): what `sectorTags` of a criterion may hold, and its short name. */
export const sectorTagNames: Readonly<Record<string, string>> = {
  i1: 'Chính quyền số',
  i2: 'Hạ tầng số, nền tảng số',
  i3a: 'Nông nghiệp',
  i3b: 'Công nghiệp, tiểu thủ công nghiệp',
  i3c: 'Giao thông',
  i3d: 'Tài nguyên và môi trường',
  i4a: 'Giáo dục và đào tạo',
  i4b: 'Y tế',
  i4c: 'Văn hóa',
  i4d: 'Du lịch',
  i4e: 'An ninh, an toàn trên mạng',
  i4f: 'Kỹ năng an toàn thông tin',
};
