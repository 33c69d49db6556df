/** Where a household's form stands, and where a household went, in words. */
import { listWords } from '#client/messages/households.ts';
import type { HouseholdEntry } from '#client/subject/household-entries.ts';
import type { Leaving } from '#client/subject/household-gone.ts';

function whoSent({ state, bySelf, byProxy }: HouseholdEntry): string {
  if (state === 'none') return '';
  if (bySelf) return byProxy ? listWords.byBoth : listWords.bySelf;
  return byProxy || state === 'drafting' ? listWords.byProxy : '';
}

/** "Xã đã nhận, gia đình tự gửi". */
export const stateOf = (entry: HouseholdEntry): string =>
  [listWords.state[entry.state], whoSent(entry)].filter((part) => part !== '').join(', ');

/** A template and what fills it. */
export function leavingWords(leaving: Leaving): [template: string, values: Record<string, string>] {
  switch (leaving.kind) {
    case 'left':
      return [listWords.left, {}];
    case 'merged':
      return leaving.to === undefined
        ? [listWords.mergedUnknown, {}]
        : [listWords.merged, { to: leaving.to }];
    case 'movedTo':
      return leaving.to === undefined
        ? [listWords.movedToUnknown, {}]
        : [listWords.movedTo, { to: leaving.to }];
  }
}
