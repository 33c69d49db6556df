/** What a denominator counts, from its own words: "Số người …" → `người`; '' where they name neither people nor households. */
export const countedUnit = (denominator: string): string =>
  /^(?:tổng )?số (người|hộ)(?=\s|$)/i.exec(denominator)?.[1]?.toLowerCase() ?? '';
