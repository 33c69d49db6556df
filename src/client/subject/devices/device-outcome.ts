/** What the commune said to a question about a device, where it did not do it; null = it did. */
import type { ProblemCode } from '#protocol/problem.ts';
import { deviceRefusal, deviceWords } from '#client/messages/devices.ts';
import { fill } from '#client/messages/fill.ts';
import type { Workspace } from '#client/workspace.ts';

export type DeviceCommands = Awaited<ReturnType<Workspace['devices']>>;
type Outcome = Awaited<ReturnType<DeviceCommands['issueCode' | 'act']>>;

/** Problems of an officer's session; they have a page of their own, and here only words. */
const isSession = (problem: ProblemCode): boolean => problem === 'sign-in' || problem === 'step-up';

export function refusedWords(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'done':
      return null;
    case 'unreachable':
      return `${deviceWords.refused.unreachableTitle}. ${deviceWords.refused.unreachable}`;
    case 'refused': {
      if (isSession(outcome.problem)) return deviceWords.refused.signIn;
      return deviceRefusal(outcome.problem) ?? fill(deviceWords.refused.other, { problem: outcome.problem });
    }
  }
}
