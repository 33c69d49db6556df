/** PDF files made by hand: a few pages with a large letter each, one with a password, one cut off. */

interface PdfWish {
  pages: number;
  /** Locked by a password nobody knows. */
  locked?: boolean;
}

const object = (n: number, body: string): string => `${n} 0 obj\n${body}\nendobj\n`;
const HEX_32 = 'A5'.repeat(32);
const FONT = 3;

/** Each page says its number; Helvetica is not embedded, as in many an old paper. */
export function pdfFile({ pages, locked = false }: PdfWish): Buffer {
  const first = 4;
  const kids = Array.from({ length: pages }, (_each, at) => `${first + 2 * at} 0 R`).join(' ');
  const objects = [
    object(1, '<< /Type /Catalog /Pages 2 0 R >>'),
    object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages} /MediaBox [0 0 595 842] >>`),
    object(FONT, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    ...Array.from({ length: pages }, (_each, at) => {
      const content = `BT /F1 96 Tf 120 420 Td (Trang ${at + 1}) Tj ET`;
      const resources = `<< /Font << /F1 ${FONT} 0 R >> >>`;
      const n = first + 2 * at;
      return [
        object(n, `<< /Type /Page /Parent 2 0 R /Resources ${resources} /Contents ${n + 1} 0 R >>`),
        object(n + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`),
      ].join('');
    }),
  ];
  const lock = locked
    ? ` /ID [<${HEX_32.slice(0, 32)}> <${HEX_32.slice(0, 32)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${HEX_32}> /U <${HEX_32}> /P -4 >>`
    : '';
  // Readers find the objects again where a table of places is missing, and these are few.
  const size = first + 2 * pages;
  return Buffer.from(
    `%PDF-1.4\n${objects.join('')}trailer\n<< /Size ${size} /Root 1 0 R${lock} >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
}

export const brokenPdf = (): Buffer => Buffer.from('%PDF-1.4\n1 0 obj << /Type', 'latin1');
/** The first bytes of a .docx: it is a zip. */
export const wordFile = (): Buffer =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.alloc(400)]);
