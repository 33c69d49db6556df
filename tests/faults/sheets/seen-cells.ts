/** The cells of a flat OpenDocument sheet as LibreOffice understood them, row by row; repeated and empty ones once. */
export type SeenCell = { type?: string; value?: string; formula?: string; text: string };

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescaped = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex: string, decimal: string, name: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name] ?? '');
  });

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

/** Paragraphs are lines; `<text:s/>` are spaces, `<text:tab/>` tabs, `<text:line-break/>` breaks. */
const textOf = (inside: string): string =>
  [...inside.matchAll(/<text:p[^>]*>([\s\S]*?)<\/text:p>/g)]
    .map(([, paragraph = '']) =>
      unescaped(paragraph.replace(/<text:(?:s|tab|line-break)[^>]*>/g, ' ').replace(/<[^>]*>/g, '')),
    )
    .join('\n');

export function cellsOf(fods: string): SeenCell[][] {
  const sheet = fods.slice(fods.indexOf('<office:spreadsheet>'));
  return [...sheet.matchAll(/<table:table-row[^>]*>([\s\S]*?)<\/table:table-row>/g)].map(([, row = '']) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].map(
      ([, tag = '', inside = '']): SeenCell => {
        const type = attribute(tag, 'office:value-type');
        const value = attribute(tag, 'office:value');
        const formula = attribute(tag, 'table:formula');
        return {
          text: textOf(inside),
          ...(type !== undefined && { type }),
          ...(value !== undefined && { value }),
          ...(formula !== undefined && { formula }),
        };
      },
    ),
  );
}
