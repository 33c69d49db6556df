/** Addresses of the screens each role meets, with what the commune holds put in. */
import type { FeedRow } from '#protocol/exchange.ts';
import type { Role } from '#protocol/policy-roles.ts';
import { PUBLIC_FEEDBACK_PATH } from '#client/subject/feedback-path.ts';
import { HOUSEHOLDS_PATH, REMIND_PATH } from '#client/subject/households-path.ts';
import { activitiesPath } from '#client/subject/activities-path.ts';
import {
  lastYearPath,
  narrativePath,
  nominationsPath,
  papersPath,
  planPath,
} from '#client/subject/papers-path.ts';
import { SLIPS_PATH } from '#client/subject/slips-path.ts';

const of = (home: string): string[] => [
  home,
  `${home}/phieu`,
  `${home}/phieu?nhom=A1`,
  `${home}/phieu?xem-lai`,
  `${home}/buoc`,
  `${home}/diem-xa`,
  `${home}/can-chon`,
  activitiesPath(home),
  `${activitiesPath(home)}/moi`,
  papersPath(home),
  narrativePath(home),
  nominationsPath(home),
];
const everybody = ['/hang-cho', '/tinh-trang', '/huong-dan', PUBLIC_FEEDBACK_PATH, '/nop-ho', '/kiem-tra'];
/** Those an address alone opens. */
const officeScreens = [
  '/hom-nay',
  '/hom-nay/thong-bao',
  '/tien-do',
  '/ra-soat',
  '/ra-soat?loai=ho',
  '/xep-hang',
  '/xep-hang?nhom=hamlet',
  '/kiem-tra-lai',
  '/kiem-tra-lai/rut',
  '/kiem-tra-lai/phuc-tra',
  '/kiem-tra-lai/phuc-tra/moi',
  '/bo-tieu-chi',
  '/bo-tieu-chi/household',
  '/bo-tieu-chi/hamlet',
  '/dot-thi-dua',
  '/xom-don-vi',
  '/xom-don-vi/ho',
  '/xom-don-vi/don-vi',
  '/xom-don-vi/nguoi',
  '/xom-don-vi/lan-nhap',
  '/xom-don-vi/nhap?loai=household',
  '/xom-don-vi/sap-nhap',
  '/xom-don-vi/phieu-moi',
  '/so-theo-doi',
  '/y-kien',
  '/nhat-ky',
  '/bao-cao',
  '/so-lieu-mo',
  '/khen-thuong',
  '/van-ban',
  '/van-ban/bao-cao',
  '/khen-thuong/chon',
  '/khen-thuong/de-cu',
  '/khen-thuong/hop-xom',
  '/khen-thuong/niem-yet',
  '/khen-thuong/niem-yet/moi',
  '/khen-thuong/hoi-dong',
  '/khen-thuong/hoi-dong/moi',
  '/khen-thuong/to-trinh',
  '/khen-thuong/to-trinh/moi',
  '/khen-thuong/quyet-dinh',
  '/khen-thuong/cap-phat',
  '/khen-thuong/quy-tac',
  '/khen-thuong/cap-tren',
  '/han-nop',
  '/han-nop/don-vi',
  '/nhieu-nam',
  '/nhieu-nam/ban-giao',
  '/dien-hinh',
  '/dien-hinh/ban-tin',
  '/dien-hinh/ban-tin/moi',
  '/phieu-ket-qua',
  '/giay-khen',
  '/giay-khen/phoi',
  '/van-phong/y-kien',
  '/van-phong/ca-nhan',
  '/van-phong/may',
  '/van-phong/may/cap-ma',
  '/van-phong/khoa',
  '/tinh-trang',
];

/** Each with what its picture is called. */
export const namedOfficeScreens = officeScreens.map(
  (path) => [path, `van-phong${path.replaceAll(/[^a-z0-9]+/g, '-')}`] as const,
);

const idsOf = (rows: readonly FeedRow[], entity: string, many: number): string[] =>
  rows
    .filter((row) => row.entity === entity && row.value !== null)
    .map(({ id }) => id)
    .slice(0, many);

/** `rows`: what that role's phone holds; `many`: how many of the pages that stand for one thing each. */
export function screensOf(role: Role, rows: readonly FeedRow[], many: number): string[] {
  switch (role) {
    case 'hamletHead':
    case 'hamletHelper':
      return [
        ...of('/xom'),
        HOUSEHOLDS_PATH,
        REMIND_PATH,
        SLIPS_PATH,
        '/xom/may',
        ...idsOf(rows, 'household', many).map((id) => `${HOUSEHOLDS_PATH}/${id}`),
        ...idsOf(rows, 'activity', many).map((id) => `${activitiesPath('/xom')}/${id}`),
        ...everybody,
      ];
    case 'unitContact':
      return [...of('/don-vi'), planPath('/don-vi'), lastYearPath('/don-vi'), ...everybody];
    case 'household':
      return ['/p', '/du-lieu', '/du-lieu/yeu-cau/delete', ...everybody];
    case 'officer':
    case 'cultureOfficer':
    case 'chair':
      return [
        ...officeScreens,
        ...idsOf(rows, 'submission', many).map((id) => `/ra-soat/${id}`),
        ...idsOf(rows, 'inspection', many).map((id) => `/kiem-tra-lai/phuc-tra/${id}`),
        ...idsOf(rows, 'bulletin', many).map((id) => `/dien-hinh/ban-tin/${id}`),
        ...idsOf(rows, 'certificateBlank', many).map((id) => `/giay-khen/phoi/${id}`),
      ];
  }
}
