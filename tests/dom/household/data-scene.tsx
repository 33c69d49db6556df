/** A family that has sent its form, its page of data, and the people at the other end: the real server in process. */
import { render, screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import { WorkspaceProvider } from '#client/app/workspace-context.tsx';
import { SettingsProvider } from '#client/app/settings-context.tsx';
import { FamilyDataApp } from '#client/features/family-data/family-data-app.tsx';
import { recordSchemas } from '#protocol/entities.ts';
import type { FamilyRecordEntity } from '#protocol/family-records.ts';
import { readFragment } from '#protocol/fragment.ts';
import type { Role } from '#protocol/policy-roles.ts';
import type { Workspace } from '#client/workspace.ts';
import { SigningDevice, type Door } from '../../support/signing-device.ts';
import { consentOf, submitIntent } from '../../server/core/makers.ts';
import { put } from '../../server/core/sending.ts';
import { familyAndCommune } from './family.tsx';
import { press, walkToReview } from './walk.ts';

export async function openData() {
  const family = await familyAndCommune();
  const { core, ask } = family.commune;
  const door: Door = (path, init) => ask(new Request(`http://localhost:8080${path}`, init));
  const form = family.open();
  await walkToReview(family);
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Gửi về xã' })).toHaveAttribute('aria-disabled', 'false'),
  );
  await press(family, 'Gửi về xã');
  await screen.findByRole('region', { name: 'Biên nhận' });
  const workspace = ((): Workspace => {
    const opened = family.workspace();
    if (opened === undefined) throw new Error('not open');
    return opened;
  })();
  const { binding, assessmentId = '' } = workspace.profile;
  if (binding?.kind !== 'household') throw new Error('not a family');

  const enrolled = async (
    role: Exclude<Role, 'household'>,
    subject = '',
    named: { personName?: string } = {},
  ): Promise<SigningDevice> => {
    const issued = await core.createEnrolCode({ role, subject, ttlMs: 60_000, ...named });
    const device = await SigningDevice.make();
    const fragment = issued.kind === 'issued' ? readFragment(issued.fragment) : null;
    await device.enrol(door, fragment?.secret ?? '');
    return device;
  };
  const rowsOf = async (by: SigningDevice, entity: string) => {
    const reply = await by.exchange(door, [], { pull: { cursors: {}, maxBytes: 240_000 } });
    return (reply.value?.rows ?? []).filter((row) => row.entity === entity);
  };
  /** The page is told what came meanwhile, as at the engine's next turn. */
  const refresh = async (): Promise<void> => workspace.sendNow();

  return {
    ...family,
    workspace,
    assessmentId,
    refresh,
    rowsOf,
    /** Another person's machine where it has a name. */
    officer: (personName?: string) => enrolled('officer', '', personName === undefined ? {} : { personName }),
    head: async () => {
      const own = await waitFor(async () => {
        const row = await workspace.row('assessment', assessmentId);
        expect(row?.value.hamletId).toBeDefined();
        return row?.value.hamletId ?? '';
      });
      return enrolled('hamletHead', own);
    },
    /** The head types a form for the family. */
    async typedBy(head: SigningDevice): Promise<void> {
      const intent = submitIntent(assessmentId, 'household', { consent: consentOf('readAloud') });
      const reply = await head.exchange(door, [head.seal(intent)]);
      expect(reply.value?.results).toMatchObject([{ verdict: 'applied' }]);
      await refresh();
    },
    /** The office's answer to the newest of its kind. */
    async answer(officer: SigningDevice, entity: FamilyRecordEntity, part: object): Promise<void> {
      const row = (await rowsOf(officer, entity)).at(-1);
      const value = recordSchemas[entity].parse({ ...recordSchemas[entity].parse(row?.value), ...part });
      const reply = await officer.exchange(door, [
        officer.seal(put(entity, value.id, { ...value }, row?.rev ?? 0)),
      ]);
      expect(reply.value?.results).toMatchObject([{ verdict: 'applied' }]);
      await refresh();
    },
    /** The page in place of the form's; the workspace stays open behind it. */
    show(onWipe: () => Promise<void> = async () => undefined) {
      history.replaceState(null, '', '/du-lieu');
      const { container } = render(
        <SettingsProvider pocket={family.pocket} first={{ largeText: false, theme: 'system' }}>
          <WorkspaceProvider workspace={workspace}>
            <FamilyDataApp onClose={async () => undefined} onWipe={onWipe} />
          </WorkspaceProvider>
        </SettingsProvider>,
      );
      return within(container);
    },
    close: () => form.unmount(),
  };
}
