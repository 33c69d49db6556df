/** The consent texts with the commune's own facts, as they are read aloud. */
import { formatDate } from '#domain/vietnamese/format.ts';
import type { Campaign, Commune } from '#protocol/entities.ts';
import { phoneClauses, unknownFacts } from '#client/messages/consent.ts';
import { fill } from '#client/messages/fill.ts';
import { proxyWords } from '#client/messages/households.ts';

export interface ConsentFacts {
  commune: Commune | undefined;
  campaign: Campaign | undefined;
}

/** `{xa}`, `{nam}`, `{ngayXoa}` and `{dienThoai}` filled; the clause with the number goes where the commune has none. */
export function withFacts(template: string, { commune, campaign }: ConsentFacts): string {
  const dienThoai = commune?.phone ?? '';
  const clauses = dienThoai === '' ? [...phoneClauses, [proxyWords.scriptPhone, ''] as const] : [];
  const whole = clauses.reduce((text, [from, to]) => text.replaceAll(from, to), template);
  return fill(whole, {
    xa: commune?.name ?? unknownFacts.xa,
    nam: campaign === undefined ? unknownFacts.nam : campaign.year,
    ngayXoa:
      campaign === undefined
        ? unknownFacts.ngayXoa
        : formatDate(Date.parse(`${campaign.eraseAfter}T00:00:00.000Z`)),
    dienThoai,
  });
}
