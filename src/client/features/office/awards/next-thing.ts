/** The one thing to do next, from where every name stands. Pure. */
import { isNoticeOver } from '#domain/awards/notice.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import { noonOf } from '#domain/day.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import type { AwardDesk } from './award-desk.tsx';
import { candidatesOf } from './candidates.ts';
import { clockOf, dueWords } from './decision-due.ts';
import type { AwardEntry } from './entries.ts';
import {
  awardsAtPath,
  decisionPath,
  DELIVERY_PATH,
  LETTERS_PATH,
  MEETINGS_PATH,
  noticePath,
  NOTICES_PATH,
  prepareDecisionPath,
  SHORTLIST_PATH,
  VOTE_PATH,
} from './paths.ts';
import { canGo } from './steps.ts';

interface NextThing {
  words: string;
  why: string;
  path: string;
}

const words = awardWords.next;
const RANKING_PATH = '/xep-hang';

type Facts = Pick<AwardDesk, 'entries' | 'rows' | 'rules' | 'today'>;

const day = (iso: string): string => formatDate(noonOf(iso));

const ready = (entries: readonly AwardEntry[], to: Parameters<typeof canGo>[1]): AwardEntry[] =>
  entries.filter(({ award, isWaiting }) => !isWaiting && canGo(award, to));

/** Awards on a notice that is over, without a word still open or upheld against them. */
export function readyForCouncil({ entries, rows, today }: Facts): AwardEntry[] {
  const notices = new Map(rows.notices.map(({ value }) => [value.id, value]));
  return ready(entries, 'councilMeeting').filter(({ award }) => {
    const notice = notices.get(award.noticeId ?? '');
    // One whose notice was left out, with its reason, has none.
    return notice === undefined || isNoticeOver(notice, today);
  });
}

/** Of an approved decision, those it gives to who are not written down as such. */
const toDecide = ({ entries, rows }: Facts, id: string): AwardEntry[] => {
  const named = new Set(
    rows.decisions.find((row) => row.id === id)?.value.awards.map(({ awardId }) => awardId),
  );
  return ready(entries, 'decided').filter((entry) => named.has(entry.id));
};

/** With how long the letter may still wait for its decision. */
const withDue = (why: string, facts: Facts, letterId: string | undefined): string => {
  const letter = facts.rows.letters.find(({ id }) => id === letterId)?.value;
  return letter === undefined ? why : `${why} ${dueWords(clockOf(letter, facts))}`;
};

const papersNext = (facts: Facts): NextThing | null => {
  const { rows } = facts;
  const open = rows.notices.flatMap(({ value }) =>
    value.objections.filter(({ outcome }) => outcome === 'open').map(() => value.id),
  );
  if (open[0] !== undefined)
    return {
      words: fill(words.objections, { n: open.length }),
      why: words.objectionsWhy,
      path: noticePath(open[0]),
    };
  for (const { id, value } of rows.decisions) {
    if (value.state === 'prepared')
      return {
        words: words.approve,
        why: withDue(words.approveWhy, facts, value.letterId),
        path: decisionPath(id),
      };
    const n = value.state === 'approved' ? toDecide(facts, id).length : 0;
    if (n > 0) return { words: fill(words.decided, { n }), why: words.decidedWhy, path: decisionPath(id) };
  }
  const decided = new Set(
    rows.decisions.filter(({ value }) => value.state !== 'withdrawn').map(({ value }) => value.letterId),
  );
  const letter = rows.letters.find(({ id }) => !decided.has(id));
  return letter === undefined
    ? null
    : {
        words: fill(words.prepare, { number: letter.value.number }),
        why: withDue(words.prepareWhy, facts, letter.id),
        path: prepareDecisionPath(letter.id),
      };
};

const stepsNext = (facts: Facts): NextThing | null => {
  const { entries, rules } = facts;
  const dossier = entries.filter(({ state, award }) =>
    award.track === 'movement'
      ? ['draft', 'submitted', 'verified', 'ranked', 'returned'].includes(state)
      : ['draft', 'submitted', 'returned'].includes(state),
  );
  const found = (
    [
      ['dossier', dossier, awardsAtPath('dossier')],
      ['villageVote', ready(entries, 'villageVote'), VOTE_PATH],
      ['publicNotice', ready(entries, 'publicNotice'), `${NOTICES_PATH}/moi`],
      ['councilMeeting', readyForCouncil(facts), `${MEETINGS_PATH}/moi`],
      ['proposed', ready(entries, 'proposed'), `${LETTERS_PATH}/moi`],
      ['printed', ready(entries, 'printed'), awardsAtPath('decided')],
      ['delivered', ready(entries, 'delivered'), DELIVERY_PATH],
      ['archived', ready(entries, 'archived'), awardsAtPath('delivered')],
    ] as const
  ).find(([, list]) => list.length > 0);
  if (found === undefined) return null;
  const [kind, list, path] = found;
  const decisionId = kind === 'printed' ? list[0]?.decision?.id : undefined;
  return {
    words: fill(words[kind], { n: list.length }),
    why: fill(words[`${kind}Why`], { days: rules.noticeDays }),
    path: decisionId === undefined ? path : decisionPath(decisionId),
  };
};

const take: NextThing = { words: words.take, why: words.takeWhy, path: SHORTLIST_PATH };

/** A frozen group puts somebody forward, and nobody was taken from any: a group left out afterwards is meant so. */
function isLeftOut({ rows, entries, rules }: Facts): boolean {
  if (entries.some(({ award }) => award.ground.kind === 'ranking')) return false;
  const freezes = rows.freezes.map(({ value }) => value);
  return candidatesOf(freezes, entries, rules).suggested.size > 0;
}

/** Null: every name has gone all its way. */
export function nextThing(facts: Facts): NextThing | null {
  const { rows, entries, today } = facts;
  const next = papersNext(facts) ?? (isLeftOut(facts) ? take : stepsNext(facts));
  if (next !== null) return next;
  const running = rows.notices.find(({ value }) => !isNoticeOver(value, today));
  if (running !== undefined && entries.some(({ state }) => state === 'publicNotice'))
    return {
      words: words.noticeRuns,
      why: fill(words.noticeRunsWhy, { day: day(running.value.until) }),
      path: noticePath(running.id),
    };
  if (entries.some(({ isOut }) => !isOut)) return null;
  return rows.freezes.length > 0 ? take : { words: words.freeze, why: words.freezeWhy, path: RANKING_PATH };
}
