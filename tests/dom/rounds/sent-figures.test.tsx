/** What a hamlet's sheet shows of a form that went: the same number as the commune's, whatever came in since. */
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { score } from '#domain/score.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { openSubject } from '../hamlet/open-subject.tsx';
import { HOUSEHOLDS } from '../hamlet/made-rows.ts';
import { assessmentRow, registersRow, returned, sentAnswers, submissionRow } from './round-rows.ts';

const hamletSet = defaultCriteriaSets().find(({ subjectKind }) => subjectKind === 'hamlet');
const saved = registersRow({
  'A3.1': [{ opId: '0198c1f0-0000-7000-8000-0000000000aa', value: { n: 44 } }],
  'A3.3': [{ opId: '0198c1f0-0000-7000-8000-0000000000ab', value: { level: 'A3.3-2' } }],
});
const pointsOf = (answers: Parameters<typeof score>[1]): string => {
  if (hamletSet === undefined) throw new Error('no hamlet set');
  return formatPoints(score(hamletSet, answers).normalised);
};
// The commune has since written down another number of households than the sheet was sent with.
const sent = { ...sentAnswers, hamletHouseholds: HOUSEHOLDS - 40 };
const asSent = pointsOf(sent);

test('while the commune holds the form, home and form show the points it was sent with', async () => {
  const { show } = await openSubject({
    rows: [assessmentRow({ state: 'verified' }), submissionRow({ snapshot: sent }), saved],
    without: ['scores'],
  });
  show(<HamletApp />, '/xom/phieu');
  expect(await screen.findByText(`Điểm tự chấm: ${asSent}`)).toBeVisible();
});

test('once it is returned, the points are those it would be sent with now', async () => {
  const { show } = await openSubject({
    rows: [
      assessmentRow({ state: 'returned', lastMove: returned }),
      submissionRow({ snapshot: sent }),
      saved,
    ],
  });
  show(<HamletApp />, '/xom/phieu');
  const label = await screen.findByText(/^Điểm tự chấm: /);
  expect(label.textContent).not.toBe(`Điểm tự chấm: ${asSent}`);
});
