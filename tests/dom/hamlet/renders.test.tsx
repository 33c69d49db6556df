import type { ComponentProps } from 'react';
import { fireEvent, screen } from '@testing-library/react';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { ClaimBox as OriginalClaim } from '#client/form/group-form/claim-box.tsx';
import type { FieldControl as Original } from '#client/form/group-form/field-controls.tsx';
import type { LiveScore as OriginalScore } from '#client/form/group-form/live-score.tsx';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { openSubject } from './open-subject.tsx';

const rendered: { fields: string[]; claims: string[]; scores: number } = vi.hoisted(() => {
  // The files before have read the real components; they are read anew, here counted and after this file not.
  vi.resetModules();
  return { fields: [], claims: [], scores: 0 };
});
afterAll(() => vi.resetModules());

/** The real components, counted. */
vi.mock('#client/form/group-form/field-controls.tsx', async (importOriginal) => {
  const { FieldControl } = await importOriginal<{ FieldControl: typeof Original }>();
  return {
    FieldControl: (props: ComponentProps<typeof Original>) => {
      rendered.fields.push(props.criterion.id);
      return <FieldControl {...props} />;
    },
  };
});
vi.mock('#client/form/group-form/claim-box.tsx', async (importOriginal) => {
  const { ClaimBox } = await importOriginal<{ ClaimBox: typeof OriginalClaim }>();
  return {
    ClaimBox: (props: ComponentProps<typeof OriginalClaim>) => {
      rendered.claims.push(props.criterion.id);
      return <ClaimBox {...props} />;
    },
  };
});
vi.mock('#client/form/group-form/live-score.tsx', async (importOriginal) => {
  const original = await importOriginal<{ LiveScore: typeof OriginalScore }>();
  return {
    ...original,
    LiveScore: (props: ComponentProps<typeof OriginalScore>) => {
      rendered.scores += 1;
      return <original.LiveScore {...props} />;
    },
  };
});

beforeEach(() => {
  rendered.fields = [];
  rendered.claims = [];
  rendered.scores = 0;
});

test('a keystroke renders one field of the group', async () => {
  const { show } = await openSubject();
  show(<HamletApp />, '/xom/phieu?nhom=A3');
  const field = await screen.findByLabelText('Số hộ có thiết bị');
  // The control: opening the group was seen to render each of its fields.
  expect(new Set(rendered.fields)).toEqual(new Set(['A3.1', 'A3.2', 'A3.3']));
  expect(new Set(rendered.claims)).toEqual(new Set(['A3.1', 'A3.2']));

  rendered.fields = [];
  rendered.claims = [];
  fireEvent.change(field, { target: { value: '1' } });
  expect(rendered.fields).toEqual(['A3.1']);
  fireEvent.change(field, { target: { value: '12' } });
  expect(rendered.fields).toEqual(['A3.1', 'A3.1']);
  expect(rendered.claims).toEqual(['A3.1', 'A3.1']);
});

test('a save renders no field again', async () => {
  const { show, workspace, profile } = await openSubject();
  show(<HamletApp />, '/xom/phieu?nhom=A3');
  fireEvent.change(await screen.findByLabelText('Số hộ có thiết bị'), { target: { value: '7' } });
  rendered.fields = [];
  await vi.waitFor(async () => {
    expect((await workspace.draft(profile.assessmentId ?? ''))?.answers).toEqual({ 'A3.1': { n: 7 } });
  });
  await screen.findByText(/Đã lưu trên máy này lúc/);
  expect(rendered.fields).toEqual([]);
});
