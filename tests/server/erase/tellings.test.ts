import { expect, test } from 'vitest';
import { recordSchemas } from '#protocol/entities.ts';
import { openDesk, type Desk } from '../awards/desk.ts';
import { nominee, step } from '../awards/papers.ts';
import { household, put, results, send } from '../core/sending.ts';

const DAY = '2025-12-01';
const head = {
  parent: '',
  issuer: '',
  place: '',
  symbol: '',
  signer: { title: '', onBehalf: '', name: '' },
  legalBases: [],
  recipients: [],
};

/** Everything the store says, row by row, as text. */
async function textOf({ commune }: Desk): Promise<string> {
  let text = '';
  await commune.store.snapshot(async (snapshot) => {
    for (const table of ['record', 'feed', 'operation', 'batch_put'] as const)
      for await (const rows of snapshot.rows(table)) text += JSON.stringify(rows);
  });
  return text;
}

test('what was told of an erased family goes: its example, bulletins that name it, where it took up others’, minutes that speak of it', async () => {
  const desk = await openDesk(DAY);
  const { commune, campaignId, newId, write, award } = desk;
  const officer = await desk.enrol('Lan');
  const hamletId = commune.hamlets[0]?.id ?? '';
  const [gone, stays] = [newId(), newId()];
  expect(
    await send(
      commune,
      officer,
      household(gone, hamletId, 'MARKlist'),
      household(stays, hamletId, 'Trần Thị Mai'),
    ),
  ).toEqual(['applied', 'applied']);
  const revs = new Map<string, number>();
  const tell = async (entity: string, value: { id: string } & Record<string, unknown>): Promise<void> => {
    const [said] = await results(commune, officer, put(entity, value.id, value, revs.get(value.id) ?? 0));
    expect([entity, said?.verdict, said?.code]).toEqual([entity, 'applied', undefined]);
    revs.set(value.id, said?.rev ?? 0);
  };
  const rowOf = (entity: string, id: string) =>
    commune.store.read((tables) => tables.record.find(entity, id));
  const valueOf = async (entity: string, id: string): Promise<unknown> =>
    JSON.parse((await rowOf(entity, id))?.value ?? 'null');
  const bulletinNow = async (id: string) => recordSchemas.bulletin.parse(await valueOf('bulletin', id));
  const publish = async (who: string, story: string, more: object): Promise<string> => {
    const id = newId();
    const base = { id, campaignId, kind: 'exemplar', title: 'Nộp hồ sơ tại nhà', who, story, result: '' };
    const rest = { verification: 'Đã xem', photos: [], replications: [], ...more };
    const consent = { date: DAY, takenBy: 'Lan', photos: false };
    await tell('exemplar', { ...base, ...rest, state: 'nominated' });
    await tell('exemplar', { ...base, ...rest, state: 'verified' });
    await tell('exemplar', { ...base, ...rest, state: 'published', consent, publishedOn: DAY });
    return id;
  };
  const own = await publish('Hộ ông MARKwho', 'MARKstory', { subjectKind: 'household', subjectId: gone });
  const other = await publish('Hộ bà Mai', 'Bà Mai chỉ hàng xóm', {
    subjectKind: 'household',
    subjectId: stays,
  });
  const taken = { where: 'Hộ ông MARKwhere', subjectId: gone, date: DAY, note: 'MARKnote' };
  const elsewhere = { where: 'Xóm Chùa 9', date: DAY, note: '' };
  const spread = await publish('Xóm Đầm Mụ', 'Đi từng nhà', {
    replications: [taken, elsewhere].map((each) => ({ ...each, id: newId() })),
  });
  const bulletin = (title: string, script: string, exemplars: string[]) => ({
    id: newId(),
    campaignId,
    title,
    seconds: 60,
    script,
    post: script,
    exemplars,
    broadcasts: [{ id: newId(), date: DAY, time: '17:00', minutes: 2, channel: 'Loa xóm' }],
  });
  const named = bulletin('Bản tin tuần một', 'MARKscript', [own, other]);
  const neighbours = bulletin('Bản tin tuần hai', 'Bà Mai chỉ hàng xóm', [other]);
  const ended = bulletin('Bản tin tuần ba', 'MARKended', [own]);
  const wasListed = bulletin('Bản tin tuần bốn', 'Hộ ông MARKwho nói', [own]);
  for (const each of [named, neighbours, ended, wasListed]) await tell('bulletin', each);
  await tell('bulletin', { ...wasListed, exemplars: [other] });
  expect(await send(commune, officer, put('bulletin', ended.id, undefined, revs.get(ended.id)))).toEqual([
    'applied',
  ]);

  const vote = { date: DAY, place: 'Nhà văn hóa', chair: 'Bình', secretary: 'Ước', households: 20 };
  const villageVote = { ...vote, votes: { agree: 20, disagree: 0, abstain: 0 } };
  const awards = [
    [stays, 'Hộ bà Mai'],
    [gone, 'Hộ ông MARKaward'],
  ].map(([subjectId, name = '']) =>
    nominee(desk, name, {
      recipient: { kind: 'household', name, position: 'Xóm Đình 6', subjectKind: 'household', subjectId },
    }),
  );
  for (const each of awards) {
    expect(await write(officer, 'award', each)).toBe('applied');
    for (const [to, more, said] of [
      ['verified', {}, {}],
      ['shortlisted', {}, { skipped: ['ranked'], reason: 'Đề cử' }],
      ['villageVote', { villageVote }, {}],
    ] as const) {
      const now = await award(each.id);
      const next = { ...now, ...more, course: [...now.course, step(to, said)] };
      expect([to, await write(officer, 'award', next)]).toEqual([to, 'applied']);
    }
  }
  const minutes = {
    id: newId(),
    campaignId,
    kind: 'minutes',
    aboutId: awards[0]?.id,
    number: '',
    date: DAY,
    head,
    edits: { opinions: 'Hộ ông MARKaward xin nói thêm', hours: 'Từ 19 giờ đến 20 giờ' },
  };
  await tell('paper', minutes);

  const marks = ['list', 'who', 'story', 'where', 'note', 'script', 'ended', 'award'].map(
    (name) => `MARK${name}`,
  );
  // Control: what is looked for is there.
  const before = await textOf(desk);
  expect(marks.filter((mark) => !before.includes(mark))).toEqual([]);
  expect((await commune.core.board())?.exemplars.map(({ who }) => who)).toContain('Hộ ông MARKwho');

  expect(await commune.core.eraseHouseholds([gone])).toMatchObject([{ kind: 'erased' }]);
  const left = await textOf(desk);
  expect(marks.filter((mark) => left.includes(mark))).toEqual([]);
  expect((await commune.core.verify()).problems).toEqual([]);
  commune.clock.advance(10 * 60_000);
  expect((await commune.core.board())?.exemplars.map(({ who }) => who).toSorted()).toEqual([
    'Hộ bà Mai',
    'Xóm Đầm Mụ',
  ]);

  expect(await valueOf('exemplar', own)).toBeNull();
  expect(await valueOf('bulletin', ended.id)).toBeNull();
  const kept = await bulletinNow(named.id);
  expect([kept.script, kept.post, kept.exemplars]).toEqual(['—', '—', [other]]);
  // When it was said, and for how long, are figures of the report.
  expect(kept.broadcasts).toEqual(named.broadcasts);
  expect(await bulletinNow(neighbours.id)).toEqual(neighbours);
  expect((await bulletinNow(wasListed.id)).script).toBe('—');
  const { replications } = recordSchemas.exemplar.parse(await valueOf('exemplar', spread));
  expect(replications.map(({ where }) => where)).toEqual(['Xóm Chùa 9']);
  const { edits } = recordSchemas.paper.parse(await valueOf('paper', minutes.id));
  expect(edits).toEqual({ hours: 'Từ 19 giờ đến 20 giờ' });

  // They go on from there.
  revs.set(named.id, (await rowOf('bulletin', named.id))?.rev ?? 0);
  await tell('bulletin', { ...kept, script: 'Bà Mai chỉ hàng xóm' });
  expect((await commune.core.verify()).problems).toEqual([]);
}, 60_000);
