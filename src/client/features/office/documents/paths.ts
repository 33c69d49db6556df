/** Addresses of the papers: `/van-ban`, `/van-ban/to-trinh/<id>`, `/van-ban/bao-cao-don-vi/<unit>`. */
import type { PaperKind } from '#domain/papers/document.ts';
import type { PaperName } from '#domain/papers/paper-of.ts';

export const DOCUMENTS_PATH = '/van-ban';

const slugs: Record<PaperKind, string> = {
  report: 'bao-cao',
  submissionLetter: 'to-trinh',
  awardList: 'danh-sach',
  achievementReport: 'bao-cao-thanh-tich',
  minutes: 'bien-ban',
  decision: 'quyet-dinh',
};
const kindOf = new Map(
  (['report', 'submissionLetter', 'awardList', 'achievementReport', 'minutes', 'decision'] as const).map(
    (kind) => [slugs[kind], kind] as const,
  ),
);

export const paperPath = ({ kind, aboutId }: PaperName): string =>
  `${DOCUMENTS_PATH}/${slugs[kind]}${aboutId === '' ? '' : `/${aboutId}`}`;

/** Null: the list of all. */
export function paperAt(path: string): PaperName | null {
  const [, , slug = '', aboutId = ''] = path.split('/');
  const kind = kindOf.get(slug);
  return kind === undefined ? null : { kind, aboutId };
}

const UNIT_SLUG = 'bao-cao-don-vi';
export const unitReportPath = (unitId: string): string => `${DOCUMENTS_PATH}/${UNIT_SLUG}/${unitId}`;

/** Whose report; null: no unit's. */
export function unitReportAt(path: string): string | null {
  const [, , slug, unitId = ''] = path.split('/');
  return slug === UNIT_SLUG && unitId !== '' ? unitId : null;
}
