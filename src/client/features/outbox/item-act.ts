/** The one act of a thing in Hàng chờ: where a person mends, chooses or reads it. Pure. */
import type { Role } from '#protocol/policy-roles.ts';
import { outboxWords } from '#client/messages/outbox.ts';
import { activitiesPath } from '#client/subject/activities-path.ts';
import { choosePath } from '#client/subject/choose-path.ts';
import { HOUSEHOLDS_PATH } from '#client/subject/households-path.ts';
import { papersPath } from '#client/subject/papers-path.ts';
import type { PendingItem, Thing } from '#client/subject/pending-items.ts';
import { RESCAN_PATH } from '#client/subject/rescan-path.ts';

interface Act {
  href: string;
  label: string;
}

/** The subject's own page, and its sheet; none in an office. */
const homes: Partial<Record<Role, { home: string; sheet: string }>> = {
  hamletHead: { home: '/xom', sheet: '/xom/phieu' },
  hamletHelper: { home: '/xom', sheet: '/xom/phieu' },
  unitContact: { home: '/don-vi', sheet: '/don-vi/phieu' },
  household: { home: '/p', sheet: '/p' },
};

/** Where what the commune did not take is looked at again. */
function mendingOf(thing: Thing, { home, sheet }: { home: string; sheet: string }): Act | null {
  switch (thing.kind) {
    case 'hamletSheet':
    case 'unitSheet':
    case 'ownSheet':
    case 'draftAnswers':
    case 'photo':
      return { href: sheet, label: outboxWords.openSheet };
    case 'proxySheet':
    case 'householdNew':
    case 'householdChange':
      return { href: HOUSEHOLDS_PATH, label: outboxWords.openHouseholds };
    case 'paper':
      switch (thing.entity) {
        case 'activity':
          return { href: activitiesPath(home), label: outboxWords.openActivities };
        case 'plan':
        case 'narrative':
        case 'nomination':
        case 'evidence':
          return { href: papersPath(home), label: outboxWords.openPapers };
        case 'claimReason':
        case 'officialCount':
          return { href: sheet, label: outboxWords.openSheet };
        case 'nominationJudgement':
        case 'scoreSnapshot':
          return null;
      }
    case 'comment':
    case 'withdraw':
      return { href: home, label: outboxWords.openHome };
    case 'move':
    case 'score':
    case 'record':
    case 'link':
      return null;
  }
}

/** null: nothing a person could do there that the sentence does not say. */
export function actOf({ thing, state, receipt, opId }: PendingItem, role: Role): Act | null {
  if (thing.kind === 'link') return { href: RESCAN_PATH, label: outboxWords.scanAgain };
  const own = homes[role];
  const isSheet = thing.kind === 'hamletSheet' || thing.kind === 'unitSheet';
  if (own !== undefined && isSheet && state.word === 'conflict')
    return { href: choosePath.write(own.home), label: outboxWords.choose };
  if (own !== undefined && (isSheet || thing.kind === 'ownSheet') && state.word === 'returned')
    return { href: own.sheet, label: outboxWords.mend };
  if (own !== undefined && state.word === 'setAside') return mendingOf(thing, own);
  return receipt ? { href: `/bien-nhan/${opId}`, label: outboxWords.openReceipt } : null;
}
