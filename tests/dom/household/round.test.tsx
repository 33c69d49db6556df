import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultHouseholdSet } from '#domain/defaults/household.ts';
import { criteriaOf } from '#domain/criteria.ts';
import type { AssessmentRow } from '#protocol/judged-rows.ts';
import { FamilyRound } from '#client/features/household/family-round.tsx';
import { assessmentOf, returned } from '../rounds/round-rows.ts';

const set = defaultHouseholdSet();
const rows = (over: Partial<AssessmentRow>): Parameters<typeof FamilyRound>[0]['rows'] => {
  const value = assessmentOf({ subjectKind: 'household', ...over });
  return { assessment: { scope: 'household:x', entity: 'assessment', id: value.id, rev: 9, value }, own: [] };
};

test('a returned form shows the family the officer’s words beside its own questions', () => {
  const [first] = criteriaOf(set);
  const items = [{ criterionId: first?.id ?? '', ask: 'Nhờ gia đình xem lại.' }];
  render(<FamilyRound rows={rows({ state: 'returned', lastMove: { ...returned, items } })} set={set} />);
  expect(screen.getByText('Xã nhờ gia đình xem lại')).toBeVisible();
  expect(screen.getByText(first?.screen.question ?? '')).toBeVisible();
  expect(screen.getByText(/Nhờ gia đình xem lại\./)).toBeVisible();
});

test.each([
  ['withdrawn', /Xã không tính phiếu đã gửi nữa/],
  ['underReview', /Cán bộ xã đang xem phiếu/],
  ['verified', /Xã đã xem xong phiếu của gia đình/],
  ['final', /đã có kết quả chính thức/],
] as const)('a form that is %s says so in the family’s words', (state, words) => {
  render(<FamilyRound rows={rows({ state })} set={set} />);
  expect(screen.getByText(words)).toBeVisible();
});

test('a form that was just received says nothing more', () => {
  const { container } = render(<FamilyRound rows={rows({})} set={set} />);
  expect(container).toBeEmptyDOMElement();
});
