/**
 * The measures of an official paper (Nghị định 30/2020/NĐ-CP, Phụ lục I; `domain.md` §4.1) in one place: lengths in
 * millimetres, sizes of letters in points. Where the decree leaves a choice, the choice is here.
 */
export const measures = {
  font: 'Times New Roman',
  page: { width: 210, height: 297 },
  /** Upright: 20–25 above and below, 30–35 at the binding edge, 15–20 at the right. */
  portrait: { top: 20, bottom: 20, left: 30, right: 15 },
  /** Lying: the binding edge is above, as the sheet lies when it is bound with the others. */
  landscape: { top: 30, bottom: 15, left: 20, right: 20 },
  /** From the edge of the sheet to the number in the middle of the upper margin. */
  pageNumber: { size: 13, fromEdge: 10 },
  body: { size: 14, firstLine: 12.7, after: 6, lines: 1.2 },
  head: {
    /** Left: who issues it; right: Quốc hiệu. Shares of 165 mm. */
    left: 65,
    right: 100,
    nation: 13,
    motto: 14,
    parent: 13,
    issuer: 13,
    number: 13,
    placeDate: 14,
    /** Of the line under the issuer, of its length: a third to a half. */
    ruleShare: 0.4,
    /** Eighths of a point. */
    rule: 6,
  },
  title: { type: 14, subject: 14, ruleShare: 0.4 },
  signature: { left: 75, right: 90, size: 14, gap: 32, label: 12, recipients: 11 },
  annex: { number: 14, title: 13, attachedTo: 14 },
  table: { size: 12, border: 4, padding: 1.2 },
} as const;

/** Width of what is written, mm. */
export const textWidth = (orientation: 'portrait' | 'landscape'): number => {
  const { left, right } = measures[orientation];
  return (orientation === 'portrait' ? measures.page.width : measures.page.height) - left - right;
};
