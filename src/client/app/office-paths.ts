/** First words of the office's addresses; all of them lead to one app of its own. */
const words: ReadonlySet<string> = new Set([
  'van-phong',
  'hom-nay',
  'tien-do',
  'ra-soat',
  'xep-hang',
  'bo-tieu-chi',
  'dot-thi-dua',
  'xom-don-vi',
  'kiem-tra-lai',
  'so-theo-doi',
  'y-kien',
  'nhat-ky',
  'bao-cao',
  'khen-thuong',
  'van-ban',
  'giay-khen',
  'phieu-ket-qua',
  'dien-hinh',
  'so-lieu-mo',
  'han-nop',
  'nhieu-nam',
]);
export const OFFICE_HOME = '/hom-nay';

export const isOfficePath = (path: string): boolean => words.has(path.split('/')[1] ?? '');
