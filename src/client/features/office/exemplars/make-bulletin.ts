/** What a bulletin says, drawn from what this machine holds: its parts for the loudspeaker, and the post. Pure. */
import { daysLeft } from '#domain/deadline.ts';
import { firstSentence, type ScriptPart } from '#domain/exemplars/script.ts';
import { formatDate, formatNumber, formatPoints } from '#domain/vietnamese/format.ts';
import type { Exemplar } from '#protocol/paper-records.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import { fill } from '#client/messages/fill.ts';
import { bulletinWords } from '#client/messages/office-bulletin.ts';
import { inChainOrder } from '../ranking/own-freezes.ts';
import { hasSent, type Desk } from '../today/desk.ts';

const { said, posted } = bulletinWords;
/** So many are named; where others stand is theirs to be told, not the loudspeaker's. */
const NAMED = 3;
const RANKS_TOLD = 3;
const DUE_KINDS = ['household', 'hamlet', 'unit'] as const;

export interface BulletinFacts {
  desk: Desk;
  exemplars: readonly Exemplar[];
  /** With its "xã". */
  commune: string;
  /** Epoch ms. */
  now: number;
}

const movement = ({ campaign }: Desk): string => campaign?.shortTitle || campaign?.title || '';

/** A sentence ends with a stop, and two of them in a row are one. */
const sentence = (text: string): string => {
  const plain = text.trim();
  return plain === '' || /[.!?…]$/u.test(plain) ? plain : `${plain}.`;
};
const oneSpace = (text: string): string => text.replaceAll(/ {2,}/gu, ' ').replaceAll('..', '.').trim();

function exemplarPart({ id, title, who, story, result, replications }: Exemplar): ScriptPart {
  const taken = replications.length > 0 ? ` ${fill(said.replicated, { n: replications.length })}` : '';
  const named = { ten: title.replace(/[.!?…]+$/u, ''), ai: who };
  return {
    id,
    text:
      oneSpace(fill(said.exemplar, { ...named, chuyen: sentence(story), ketQua: sentence(result) })) + taken,
    short: oneSpace(fill(said.exemplarShort, { ...named, cauDau: sentence(firstSentence(story)) })),
  };
}

/** The first hamlets of the newest frozen ranking; null while the commune has frozen none. */
export function topHamlets({ rows, campaign, hamletNames }: Desk): { name: string; points: string }[] | null {
  const freezes = rows.rankingFreeze.filter(
    ({ campaignId, group }) => campaignId === campaign?.id && group === 'hamlet',
  );
  const [newest] = inChainOrder(freezes.map((value: RankingFreeze) => ({ id: value.id, value })));
  if (newest === undefined) return null;
  return newest.value.results
    .filter(({ rank }) => rank !== undefined && rank <= RANKS_TOLD)
    .slice(0, NAMED)
    .map(({ subjectId, normalised }) => ({
      name: hamletNames.get(subjectId) ?? '',
      points: formatPoints(normalised),
    }));
}

const inRow = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join('; ')}${said.and}${items.at(-1) ?? ''}`;

function rankingPart(desk: Desk): ScriptPart[] {
  const top = topHamlets(desk);
  if (top === null || top.length === 0) return [];
  const names = top.map(({ name, points }) => fill(said.rank, { xom: name, diem: points }));
  return [
    {
      id: 'ranking',
      text: fill(said.ranking, { dsXom: inRow(names) }),
      short: fill(said.rankingShort, { dsXom: inRow(top.map(({ name }) => name)) }),
    },
  ];
}

function participationPart({ desk, now }: BulletinFacts): ScriptPart[] {
  const { allFamilies, hamlets } = desk;
  if (allFamilies.sent === 0) return [];
  const values = {
    ngay: formatDate(now),
    hoGui: formatNumber(allFamilies.sent),
    hoTong: formatNumber(allFamilies.total),
    xomGui: hamlets.filter(hasSent).length,
    xomTong: hamlets.length,
  };
  return [
    {
      id: 'participation',
      text: fill(said.participation, values),
      short: fill(said.participationShort, values),
    },
  ];
}

/** Deadlines that are still ahead. */
const aheadOf = ({ desk, now }: BulletinFacts) =>
  DUE_KINDS.flatMap((kind) => {
    const deadline = desk.deadlines.get(kind);
    const left = deadline === undefined ? 0 : daysLeft(now, deadline.cutoffAt);
    return deadline === undefined || left === 0
      ? []
      : [{ kind, values: { loai: said.kinds[kind], hanGui: deadline.phrase, soNgay: left } }];
  });

export function bulletinParts(facts: BulletinFacts): ScriptPart[] {
  return [
    {
      id: 'greeting',
      text: fill(said.greeting, { phongTrao: movement(facts.desk), xa: facts.commune }),
      always: true,
    },
    ...facts.exemplars.map(exemplarPart),
    ...participationPart(facts),
    ...rankingPart(facts.desk),
    ...aheadOf(facts).map(({ kind, values }): ScriptPart => ({
      id: `due ${kind}`,
      text: fill(said.due, values),
      short: fill(said.dueShort, values),
    })),
    { id: 'farewell', text: said.farewell, always: true },
  ];
}

/** What a part is called when there was no room for it. */
export function partName(id: string, exemplars: readonly Exemplar[]): string {
  if (id === 'participation' || id === 'ranking') return said.parts[id];
  return id.startsWith('due ') ? said.parts.due : (exemplars.find((each) => each.id === id)?.title ?? '');
}

const lines = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');

export function postOf(facts: BulletinFacts): string {
  const [participation] = participationPart(facts);
  return [
    fill(posted.head, { phongTrao: movement(facts.desk), xa: facts.commune }),
    ...facts.exemplars.map(({ title, who, story, result }) =>
      lines(fill(posted.exemplar, { ten: title, ai: who, chuyen: story, ketQua: result })),
    ),
    ...(participation === undefined ? [] : [participation.text]),
    ...aheadOf(facts).map(({ values }) => fill(posted.due, values)),
    posted.tail,
  ].join('\n\n');
}
