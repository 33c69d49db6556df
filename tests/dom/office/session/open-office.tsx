/** An officer's screens around a session that a test made, over a real workspace without a network. */
import { act, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { vi } from 'vitest';
import { OfficeKeys } from '#client/features/office/help/keys.tsx';
import { OfficeSession } from '#client/features/office/session/office-session.tsx';
import { SessionNotice } from '#client/features/office/session/session-notice.tsx';
import { WorkspaceProvider } from '#client/app/workspace-context.tsx';
import type { OfficerSession } from '#client/sync/session-asks.ts';
import type { EnginePhase, Workspace } from '#client/workspace.ts';
import { openSubject } from '../../hamlet/open-subject.tsx';

export const WAIT = { timeout: 20_000 };
export const PASSWORD = 'con trau an co ngoai dong';

interface Scene {
  session: OfficerSession;
  /** What the commune says to the exchange. */
  says?: 'sign-in' | 'step-up';
  page?: ReactElement;
  before?: (workspace: Workspace) => Promise<void>;
}

export async function openOffice({ session, says, page = <p>Bàn làm việc</p>, before }: Scene) {
  const opened = await openSubject({ role: 'officer' });
  await before?.(opened.workspace);
  let phase: EnginePhase = { kind: 'idle' };
  let onPhase = (): void => undefined;
  const say = (problem: 'sign-in' | 'step-up'): void => {
    phase = { kind: 'waiting', reason: 'busy', at: null, problem };
    act(() => onPhase());
  };
  if (says !== undefined) say(says);
  const sendNow = vi.fn<() => void>();
  const workspace: Workspace = {
    ...opened.workspace,
    session: () => Promise.resolve(session),
    sendNow,
    phase: () => phase,
    onPhase: (listener) => {
      onPhase = listener;
      return () => undefined;
    },
  };
  opened.show(
    <WorkspaceProvider workspace={workspace}>
      <OfficeKeys>
        <OfficeSession>
          <SessionNotice />
          {page}
        </OfficeSession>
      </OfficeKeys>
    </WorkspaceProvider>,
    '/van-phong/khoa',
  );
  return { ...opened, sendNow, say };
}
export const dialog = (name: string): Promise<HTMLElement> => screen.findByRole('dialog', { name }, WAIT);
