/** What must hold of every office whatever was tried in it: told from its records alone, by other means than the rules. */
import type { AwardFacts } from '#domain/awards/types.ts';
import type { Office } from './office.ts';

const given = ['decided', 'printed', 'delivered', 'archived'];
const gone = ['withdrawn', 'rejected', 'revoked'];
const endOf = ({ course }: AwardFacts): string => course.at(-1)?.to ?? '';

/** The way of each kind, written out; `?` = may be left out with a reason. */
const ways: Record<string, string> = {
  'movement individual':
    'draft submitted verified ranked? shortlisted publicNotice? councilMeeting proposed decided printed? delivered? archived',
  'movement collective':
    'draft submitted verified ranked? shortlisted publicNotice? councilMeeting proposed decided printed? delivered? archived',
  'movement household':
    'draft submitted verified ranked? shortlisted villageVote? publicNotice? councilMeeting proposed decided printed? delivered? archived',
  'exceptional household': 'draft submitted verified proposed decided printed? delivered? archived',
  'exceptional individual': 'draft submitted verified proposed decided printed? delivered? archived',
};

function wayFault({ track, recipient, course }: AwardFacts): string | null {
  const way = (ways[`${track} ${recipient.kind}`] ?? '').split(' ');
  let at = -1;
  for (const { to, skipped = [], reason = '' } of course) {
    const next = way.findIndex((step) => step.replace('?', '') === to);
    if (next === -1) {
      if (reason === '') return `${to} without a reason`;
      at = to === 'returned' ? 0 : Number.POSITIVE_INFINITY;
      continue;
    }
    if (next <= at) return `back to ${to}`;
    const over = at === -1 ? [] : way.slice(at + 1, next);
    if (over.some((step) => !step.endsWith('?'))) return `left out ${over.join()}`;
    if (over.length > 0 && reason === '') return `left out ${over.join()} without a reason`;
    if (over.map((step) => step.replace('?', '')).join() !== skipped.join()) return 'says it left out others';
    at = next;
  }
  return null;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^a-zđ ]/giu, '')
    .toLowerCase()
    .replace(/^ba /, '');

function doubleFault(awards: readonly AwardFacts[]): string | null {
  const seen = new Set<string>();
  for (const { recipient, track, achievement, ...award } of awards) {
    if (gone.includes(award.course.at(-1)?.to ?? '')) continue;
    const who = `${recipient.kind} ${recipient.subjectId ?? plain(recipient.name)}`;
    const keys = [`${who} for ${plain(achievement)}`, ...(track === 'movement' ? [`${who} movement`] : [])];
    if (keys.some((key) => seen.has(key))) return keys.join();
    for (const key of keys) seen.add(key);
  }
  return null;
}

const amounts: Record<string, number> = { individual: 702_000, household: 1_053_000, collective: 1_404_000 };

function decisionFault({ decisions, awards, letters }: Office): string | null {
  const named = new Set<string>();
  for (const {
    id,
    state,
    total,
    awards: list,
    preparedBy,
    approvedBy,
    letterId = '',
  } of decisions.values()) {
    if (list.reduce((sum, { amount }) => sum + amount, 0) !== total) return `${id} does not add up`;
    if (state !== 'approved') continue;
    if (preparedBy === approvedBy) return `${id} approved by who prepared it`;
    for (const { awardId, amount } of list) {
      const award = awards.get(awardId);
      if (award === undefined || amounts[award.recipient.kind] !== amount) return `${id} gives ${amount}`;
      if (named.has(awardId)) return `${awardId} decided twice`;
      named.add(awardId);
      if (letters.get(letterId)?.awards.includes(awardId) !== true) return `${awardId} in no letter`;
      if (award.course.every(({ to, by }) => by === approvedBy || given.includes(to)))
        return `${awardId} is one person's alone`;
    }
  }
  for (const award of awards.values())
    if (given.includes(endOf(award)) && !named.has(award.id)) return `${award.id} given by no decision`;
  return null;
}

/** Null: all holds. Otherwise the first thing that does not. */
export function faultOf(office: Office): string | null {
  for (const award of office.awards.values()) {
    const fault = wayFault(award);
    if (fault !== null) return fault;
  }
  return doubleFault([...office.awards.values()]) ?? decisionFault(office);
}
