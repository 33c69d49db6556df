/** What a person typed of a paper or an address, read into a record's fields; or what is amiss, field by field. Pure. */
import { noonOf } from '#domain/day.ts';
import type { Evidence } from '#protocol/subject-records.ts';
import { evidenceWords } from '#client/messages/evidence.ts';

export type EvidenceFields = Record<'number' | 'date' | 'issuer' | 'extract' | 'url', string>;
export type FieldFaults = Partial<Record<keyof EvidenceFields, string>>;
type Written = Pick<Evidence, 'number' | 'date' | 'issuer' | 'extract' | 'url'>;

export const noFields: EvidenceFields = { number: '', date: '', issuer: '', extract: '', url: '' };
export const fieldsOf = ({ number, date, issuer, extract, url }: Evidence): EvidenceFields => ({
  number: number ?? '',
  date: date ?? '',
  issuer: issuer ?? '',
  extract,
  url: url ?? '',
});

/** Addresses are often pasted without their beginning, or with a space or a line break at the end. */
const withScheme = (typed: string): string => (/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);

function readUrl(typed: string): { url: string } | { fault: string } {
  const text = typed.trim();
  if (text === '') return { fault: evidenceWords.urlNeeded };
  try {
    const url = new URL(withScheme(text));
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    if (isWeb && url.hostname.includes('.') && !/\s/.test(text)) return { url: url.href };
  } catch {
    // No address: said below.
  }
  return { fault: evidenceWords.urlWrong };
}

/** A day as records keep it; absent when nothing was typed, null when it is none. */
export const readDay = (typed: string): string | undefined | null => {
  if (typed === '') return undefined;
  return Number.isNaN(noonOf(typed)) ? null : typed;
};

export type ReadEvidence = { kind: 'read'; written: Written } | { kind: 'amiss'; faults: FieldFaults };

export function readEvidence(kind: Evidence['kind'], fields: EvidenceFields): ReadEvidence {
  const extract = fields.extract.trim();
  if (kind === 'link') {
    const read = readUrl(fields.url);
    const faults: FieldFaults = {
      ...(extract === '' && { extract: evidenceWords.linkNameNeeded }),
      ...('fault' in read && { url: read.fault }),
    };
    return 'url' in read && extract !== ''
      ? { kind: 'read', written: { extract, url: read.url } }
      : { kind: 'amiss', faults };
  }
  const date = readDay(fields.date);
  if (extract === '' || date === null)
    return {
      kind: 'amiss',
      faults: {
        ...(extract === '' && { extract: evidenceWords.extractNeeded }),
        ...(date === null && { date: evidenceWords.dateWrong }),
      },
    };
  const [number, issuer] = [fields.number.trim(), fields.issuer.trim()];
  return {
    kind: 'read',
    written: {
      extract,
      ...(number !== '' && { number }),
      ...(date !== undefined && { date }),
      ...(issuer !== '' && { issuer }),
    },
  };
}
