/** A phone that waits for the officer's word: after a day without one the ways out stand beside the waiting. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { HamletApp } from '#client/features/hamlet/hamlet-app.tsx';
import { UnitApp } from '#client/features/unit/unit-app.tsx';
import { deviceWords } from '#client/messages/devices.ts';
import { LEAVE_PATH } from '#client/subject/lock-paths.ts';
import { openSubject } from '../hamlet/open-subject.tsx';

const { awaits: words } = deviceWords;
const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;

const homes = {
  hamletHead: { app: <HamletApp />, path: '/xom' },
  unitContact: { app: <UnitApp />, path: '/don-vi' },
};

const card = (): Promise<HTMLElement> => screen.findByRole('region', { name: words.title });

test.each(['hamletHead', 'unitContact'] as const)(
  '%s: a day without an answer, the card says what may be done: call, another code, or leave this phone',
  async (role) => {
    const { show } = await openSubject({ role, awaitsSince: Date.now() - DAY_MS - MINUTE_MS });
    show(homes[role].app, homes[role].path);
    const waiting = within(await card());
    expect(waiting.getByText(words.long)).toBeVisible();
    expect(waiting.getByRole('link', { name: words.giveUp })).toHaveAttribute('href', LEAVE_PATH);
    expect(waiting.getByRole('link', { name: words.scan })).toBeVisible();
    // What was filled is still promised, and the four digits are still there to be read out.
    expect(waiting.getByText(words.meanwhile)).toBeVisible();
    expect(waiting.getByText(words.compare)).toBeVisible();
  },
);

test.each(['hamletHead', 'unitContact'] as const)(
  '%s: before the day is over nobody is sent away from waiting',
  async (role) => {
    const { show } = await openSubject({ role, awaitsSince: Date.now() - DAY_MS + 10 * MINUTE_MS });
    show(homes[role].app, homes[role].path);
    const waiting = within(await card());
    expect(waiting.getByText(words.meanwhile)).toBeVisible();
    expect(waiting.queryByText(words.long)).toBeNull();
    expect(waiting.queryByRole('link', { name: words.giveUp })).toBeNull();
  },
);
