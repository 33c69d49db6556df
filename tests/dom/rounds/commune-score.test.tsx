import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { criteriaOf } from '#domain/criteria-set.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { NOT_APPLICABLE } from '#domain/review/officer-sheet.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import { score } from '#domain/score.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import type { ScoresRow } from '#protocol/scores-row.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { communeScore } from '#client/subject/commune-score.ts';
import { HAMLET_ID } from '../hamlet/made-rows.ts';
import { openSubject } from '../hamlet/open-subject.tsx';
import {
  assessmentRow,
  FORM_ID,
  ONE,
  OTHER,
  SENT_AT,
  SENT_ID,
  sentAnswers,
  submissionRow,
} from './round-rows.ts';

const set =
  defaultCriteriaSets().find(({ subjectKind }) => subjectKind === 'hamlet') ?? expect.fail('no such set');
const version = { opId: ONE, byName: 'Hoàng Thị Dung', byRole: 'officer', at: SENT_AT } as const;
const claimed = (id: string): number => {
  const criterion = criteriaOf(set).find((each) => each.id === id) ?? expect.fail(id);
  return scoreCriterion(criterion, sentAnswers).points;
};
/** Everything as claimed, but one. */
const given = (over: ScoresRow['fields']): ScoresRow => ({
  submissionId: SENT_ID,
  assessmentId: FORM_ID,
  fields: {
    ...Object.fromEntries(
      criteriaOf(set).map(({ id }) => [
        id,
        [{ ...version, points: claimed(id), reasonCode: 'asClaimed', reason: '' }],
      ]),
    ),
    ...over,
  },
});
const less = { ...version, points: 1, reasonCode: 'evidence', reason: 'Danh sách chỉ có 20 hộ.' };

test('points that differ from the claimed ones stand apart with their reason; the newest word counts', () => {
  const read = communeScore(
    set,
    { snapshot: sentAnswers },
    given({ 'A3.1': [less, { ...less, opId: OTHER, points: 2, at: SENT_AT + 1 }] }),
  );
  expect(read.self).toBe(score(set, sentAnswers).normalised);
  expect(read.changed).toMatchObject([
    { criterion: { id: 'A3.1' }, claimed: claimed('A3.1'), given: 2, reason: less.reason },
  ]);
  expect(read.same).toHaveLength(criteriaOf(set).length - 1);
  expect(read.total.earned).toBe(
    criteriaOf(set).reduce((sum, { id }) => sum + claimed(id), 0) - claimed('A3.1') + 2,
  );
});

test('an accepted "không áp dụng" is no difference; one that was not accepted is', () => {
  const [first] = criteriaOf(set).filter(({ notApplicable }) => notApplicable !== undefined);
  const id = first?.id ?? expect.fail('a set without such a criterion');
  const snapshot = { ...sentAnswers, [id]: { na: 'không có' } };
  const row = (reasonCode: string) => given({ [id]: [{ ...version, points: 0, reasonCode, reason: '' }] });
  expect(communeScore(set, { snapshot }, row(NOT_APPLICABLE)).changed).toEqual([]);
  expect(communeScore(set, { snapshot }, row('evidence')).changed).toMatchObject([
    { claimed: null, given: 0 },
  ]);
});

test('once the form is verified the home shows the commune’s score, and the way to every item', async () => {
  const lastMove = {
    to: 'verified',
    submission: SENT_ID,
    at: SENT_AT + 9,
    byName: 'Hoàng Thị Dung',
    byRole: 'officer',
  } as const;
  const scores = given({ 'A3.1': [less] });
  const { show } = await openSubject({
    rows: [
      assessmentRow({ state: 'verified', statusRev: 4, lastMove }),
      submissionRow(),
      { scope: `hamlet:${HAMLET_ID}`, entity: 'scores', id: SENT_ID, rev: 8, value: scores },
    ],
  });
  show(<HamletApp />, '/xom');
  const card = within(await screen.findByRole('region', { name: 'Điểm xã thẩm định' }));
  const { total } = communeScore(set, { snapshot: sentAnswers }, scores);
  expect(card.getByText(formatPoints(total.normalised))).toBeVisible();
  expect(card.getByRole('link', { name: 'Xem xã chấm từng mục' })).toHaveAttribute('href', '/xom/diem-xa');
  show(<HamletApp />, '/xom/diem-xa');
  expect(await screen.findByText('Mục xã chấm khác (1)')).toBeVisible();
  expect(screen.getByText('Lý do: Danh sách chỉ có 20 hộ.')).toBeVisible();
  show(<HamletApp />, '/xom/phieu');
  expect(await screen.findByRole('button', { name: 'Xem lại cả phiếu' })).toBeVisible();
});

test('before that the item page says that it is not there yet', async () => {
  const { show } = await openSubject({ rows: [assessmentRow({ state: 'underReview' }), submissionRow()] });
  show(<HamletApp />, '/xom/diem-xa');
  expect(await screen.findByText(/Xã chưa thẩm định xong phiếu này/)).toBeVisible();
});
