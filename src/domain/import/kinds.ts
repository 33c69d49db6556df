/** What can be imported, and what each column of it is called in the files people have. */

export const importKinds = ['hamlet', 'household', 'unit', 'position', 'priorResult'] as const;
export type ImportKind = (typeof importKinds)[number];

export type FieldType = 'text' | 'phone' | 'count' | 'order' | 'day' | 'year' | 'points';

export interface FieldSpec {
  id: string;
  type: FieldType;
  /** Without it a row says nothing. */
  required: boolean;
  /** Headings as `searchKey` leaves them; the first is the template's own, longer ones win over shorter. */
  headings: readonly string[];
}

const field = (
  id: string,
  type: FieldType,
  headings: readonly string[],
  required: 'required' | 'free' = 'free',
): FieldSpec => ({ id, type, required: required === 'required', headings });

const hamletHeadings = [
  'xom',
  'ten xom',
  'thon',
  'ten thon',
  'ban',
  'to dan pho',
  'khu dan cu',
  'to',
  'khu',
  'ten thon xom',
  'xom thon',
];
const phoneHeadings = ['so dien thoai', 'dien thoai', 'sdt', 'so dt', 'dt', 'dien thoai lien he', 'di dong'];

export const fieldsOf: Readonly<Record<ImportKind, readonly FieldSpec[]>> = {
  hamlet: [
    field('name', 'text', hamletHeadings, 'required'),
    field('order', 'order', ['thu tu', 'so thu tu', 'stt', 'tt']),
    field('households', 'count', ['so ho', 'so ho dan', 'tong so ho', 'ho', 'so ho gia dinh']),
    field('people14plus', 'count', [
      'so nguoi tu 14 tuoi',
      'nguoi tu 14 tuoi tro len',
      'so nguoi tu 14 tuoi tro len',
      'nhan khau tu 14 tuoi',
      '14 tuoi tro len',
      'so nguoi 14 tuoi',
    ]),
    field('headName', 'text', ['truong xom', 'ho ten truong xom', 'truong thon', 'ho va ten truong xom']),
    field('headPhone', 'phone', ['dien thoai truong xom', 'sdt truong xom', ...phoneHeadings]),
  ],
  household: [
    field('hamlet', 'text', hamletHeadings, 'required'),
    field(
      'householder',
      'text',
      [
        'chu ho',
        'ho ten chu ho',
        'ho va ten chu ho',
        'ten chu ho',
        'ho va ten',
        'ho ten',
        'ho gia dinh',
        'ten ho',
      ],
      'required',
    ),
    field('phone', 'phone', phoneHeadings),
    field('code', 'text', ['ma ho', 'ma so ho', 'ma ho gia dinh', 'so ho khau', 'ma']),
  ],
  unit: [
    field(
      'name',
      'text',
      ['don vi', 'ten don vi', 'co quan', 'ten co quan', 'to chuc', 'ten to chuc'],
      'required',
    ),
    field('sector', 'text', ['khoi', 'linh vuc', 'loai hinh', 'nhom', 'loai don vi', 'loai'], 'required'),
    field('headName', 'text', ['nguoi dung dau', 'thu truong', 'lanh dao', 'ho ten thu truong', 'dai dien']),
    field('phone', 'phone', phoneHeadings),
    field('code', 'text', ['ma don vi', 'ma']),
  ],
  position: [
    field('personName', 'text', ['ho va ten', 'ho ten', 'ten', 'nguoi giu chuc vu'], 'required'),
    field('title', 'text', ['chuc vu', 'chuc danh', 'vi tri', 'nhiem vu'], 'required'),
    field('place', 'text', ['xom hoac don vi', 'thuoc', 'noi cong tac', 'don vi', 'xom', 'don vi cong tac']),
    field('phone', 'phone', phoneHeadings),
    field('signsFor', 'text', ['tham quyen ky', 'ky thay', 'quyen ky']),
    field('validFrom', 'day', ['tu ngay', 'ngay giu chuc vu', 'ngay bat dau', 'ngay bo nhiem']),
    field('validTo', 'day', ['den ngay', 'ngay ket thuc', 'ngay thoi giu']),
  ],
  priorResult: [
    field(
      'subject',
      'text',
      ['xom hoac don vi', 'ten', 'xom', 'don vi', 'ten don vi', 'ten xom'],
      'required',
    ),
    field('year', 'year', ['nam', 'nam danh gia'], 'required'),
    field('points', 'points', ['diem', 'tong diem', 'diem so', 'ket qua', 'so diem'], 'required'),
    field('source', 'text', ['nguon', 'can cu', 'van ban', 'quyet dinh']),
  ],
};

/** Columns by field; null = the file has none. */
export type Mapping = Readonly<Record<string, number | null>>;
