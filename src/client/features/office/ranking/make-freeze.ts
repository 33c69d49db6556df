/** From a group on the screen to a freeze that can be kept; and a kept one reckoned again. */
import {
  freezeOf,
  frozenValue,
  recomputeFreeze,
  type FrozenInput,
  type FrozenRanking,
  type Recomputed,
  type Sets,
} from '#domain/ranking/freeze.ts';
import { pointsOf } from '#domain/review/officer-sheet.ts';
import { canon } from '#protocol/canon.ts';
import { hashText, utf8 } from '#protocol/hash.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import { OPERATION_BYTES_MAX } from '#protocol/operation.ts';
import type { GroupView, RankedForm } from './group-view.ts';

/** What an operation holds besides the freeze itself: ids, salt, author. */
const ROOM_BYTES = 4 * 1024;

const inputOf = ({ subjectId, submission, sheet, prior, onTime, knockOut }: RankedForm): FrozenInput => ({
  subjectId,
  submission: submission.id,
  digest: submission.digest,
  criteriaSet: submission.criteriaSet,
  points: pointsOf(sheet),
  onTime,
  ...(prior !== null && { prior }),
  ...(knockOut && { knockOut: knockOut.id }),
});

/** Verified forms with nothing open; the others wait and are not in it. Null when a criteria set has not come yet. */
export const frozenNow = ({ group, forms, decisions }: GroupView, sets: Sets): FrozenRanking | null =>
  freezeOf(
    {
      group: group.id,
      ties: decisions.map(({ id, value }) => ({ id, order: value.order })),
      inputs: [...forms.values()]
        .filter(({ isVerified, sheet }) => isVerified && sheet.open.length === 0)
        .map(inputOf),
    },
    sets,
  );

interface About {
  id: string;
  campaignId: string;
  frozenAt: number;
  /** '' = none. */
  reason: string;
  replaces: string | undefined;
}

export type Made = { kind: 'made'; freeze: RankingFreeze } | { kind: 'tooLarge' };

export async function freezeRecord(frozen: FrozenRanking, about: About): Promise<Made> {
  const { id, campaignId, frozenAt, reason, replaces } = about;
  const text = canon(frozenValue(frozen));
  if (utf8(text).length + utf8(reason).length > OPERATION_BYTES_MAX - ROOM_BYTES) return { kind: 'tooLarge' };
  const freeze = {
    id,
    campaignId,
    frozenAt,
    ...frozen,
    ...(reason !== '' && { reason }),
    ...(replaces !== undefined && { replaces }),
    sha256: await hashText(text),
  };
  return { kind: 'made', freeze };
}

export type Checked = Recomputed | { kind: 'otherHash' };

/** Results and digest, reckoned on this machine from nothing but the freeze and the criteria sets it names. */
export async function checkFreeze(freeze: RankingFreeze, sets: Sets): Promise<Checked> {
  const again = recomputeFreeze(freeze, sets);
  if (again.kind !== 'equal') return again;
  return (await hashText(canon(frozenValue(freeze)))) === freeze.sha256 ? again : { kind: 'otherHash' };
}
