/** Why the supported points are what they are, in a sentence. */
import type { SupportWhy } from '#domain/review/supported-score.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';

const { why: words } = reviewWords;

function heldWords(why: Extract<SupportWhy, { kind: 'evidence' }>): string {
  const list = [
    why.photos > 0 && fill(words.photos, { n: formatNumber(why.photos) }),
    why.documents > 0 && fill(words.documents, { n: formatNumber(why.documents) }),
    why.links > 0 && fill(words.links, { n: formatNumber(why.links) }),
    why.held.includes('confirm') && words.confirmed,
    why.held.includes('statement') && words.statement,
  ].filter((part) => part !== false);
  return fill(words.evidence, { list: list.join(', ') });
}

export function supportWords(why: SupportWhy): string {
  switch (why.kind) {
    case 'notApplicable':
      return fill(words.notApplicable, { reason: why.reason });
    case 'knownYes':
      return fill(words.knownYes, {
        n: formatNumber(why.n),
        d: formatNumber(why.d),
        unit: words[why.unit],
      });
    case 'official':
      return fill(words.official, { n: formatNumber(why.n), d: formatNumber(why.d) });
    case 'log':
      return fill(words.log, {
        logged: formatNumber(why.logged),
        claimed: formatNumber(why.claimed),
        unit: why.unit,
      });
    case 'evidence':
      return heldWords(why);
    default:
      return words[why.kind];
  }
}
