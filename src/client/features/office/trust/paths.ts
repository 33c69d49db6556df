import type { SubjectKind } from '#domain/criteria.ts';

export const TRUST_PATH = '/kiem-tra-lai';
export const DRAW_TAB = `${TRUST_PATH}/rut`;
export const VISITS_TAB = `${TRUST_PATH}/phuc-tra`;
export const VISIT_NEW = 'moi';

export const samplePath = (id: string): string => `${DRAW_TAB}?mau=${id}`;
export const visitPath = (id: string): string => `${VISITS_TAB}/${id}`;

/** Whom a new visit goes to, and what sends it. */
export interface VisitStart {
  kind: SubjectKind;
  subjectId: string;
  sampleId?: string;
  signal?: string;
}
const kindWords = { household: 'ho', hamlet: 'xom', unit: 'don-vi' } as const satisfies Record<
  SubjectKind,
  string
>;

export function newVisitPath({ kind, subjectId, sampleId, signal }: VisitStart): string {
  const params = new URLSearchParams({
    loai: kindWords[kind],
    ai: subjectId,
    ...(sampleId !== undefined && { mau: sampleId }),
    ...(signal !== undefined && { 'dau-hieu': signal }),
  });
  return `${VISITS_TAB}/${VISIT_NEW}?${params.toString()}`;
}

/** What such an address says; a word it does not know leaves the kind to be chosen. */
export function visitStartOf(search: string): Partial<VisitStart> {
  const params = new URLSearchParams(search);
  const [subjectId, sampleId, signal] = [params.get('ai'), params.get('mau'), params.get('dau-hieu')];
  const kind = (['household', 'hamlet', 'unit'] as const).find(
    (each) => kindWords[each] === params.get('loai'),
  );
  return {
    ...(kind !== undefined && { kind }),
    ...(subjectId !== null && subjectId !== '' && { subjectId }),
    ...(sampleId !== null && { sampleId }),
    ...(signal !== null && { signal }),
  };
}
