/** What a tap leads to: the commune is asked, the machine asks the person, and what came of it is said in words. */
import { PASSWORD_LENGTH_MIN, type SessionState } from '#protocol/session.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { fill } from '#client/messages/fill.ts';
import { sessionWords } from '#client/messages/session.ts';
import type { OfficerSession } from '#client/sync/session-asks.ts';
import type { Reply } from '#client/sync/transport.ts';
import { makePasskey, showPasskey } from './ceremony.ts';

const { trouble } = sessionWords;

export type Shown = { kind: 'shown'; state: SessionState } | { kind: 'trouble'; words: string };

/** Where a passkey may be used at all. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in globalThis;

/** `wrong`: how a refusal of what was shown or asked for is said here; `by`: the code that says so. */
export function replyWords(
  reply: Exclude<Reply<unknown>, { kind: 'answered' }>,
  wrong: string,
  by: ProblemCode = 'no-match',
): string {
  if (reply.kind === 'unreachable') return trouble.unreachable;
  const { code, retryAfter, title } = reply.problem;
  if (code === 'too-many-attempts')
    return fill(trouble.tooMany, { minutes: String(Math.max(1, Math.ceil((retryAfter ?? 60) / 60))) });
  return code === by ? wrong : fill(trouble.refused, { why: title });
}

const told = (reply: Reply<SessionState>, wrong: string): Shown =>
  reply.kind === 'answered'
    ? { kind: 'shown', state: reply.value }
    : { kind: 'trouble', words: replyWords(reply, wrong) };

/** `signal`: the person has turned away from the question; nothing is shown for them then. */
export async function showByPasskey(
  session: OfficerSession,
  ceremony: 'signIn' | 'confirm',
  signal: AbortSignal,
): Promise<Shown> {
  const begun = await session.begin(ceremony);
  if (begun.kind !== 'answered') return { kind: 'trouble', words: replyWords(begun, trouble.wrongKey) };
  const answer = await showPasskey(begun.value.options, signal);
  if (answer.kind !== 'made') return { kind: 'trouble', words: trouble[answer.kind] };
  return told(await session.finish(ceremony, answer.response), trouble.wrongKey);
}

/** Makes a passkey on this machine and tells the commune. A grave act in itself: may first ask who is there. */
export async function addPasskey(
  session: OfficerSession,
  label: string,
  signal: AbortSignal,
): Promise<Shown> {
  const begun = await session.gate.through('addKey', () => session.begin('add'));
  if (begun.kind !== 'answered') return { kind: 'trouble', words: replyWords(begun, trouble.wrongKey) };
  const answer = await makePasskey(begun.value.options, signal);
  if (answer.kind !== 'made') return { kind: 'trouble', words: trouble[answer.kind] };
  return told(await session.finish('add', answer.response, label), trouble.wrongKey);
}

export async function showByPassword(
  session: OfficerSession,
  ceremony: 'signIn' | 'confirm',
  password: string,
  code: string,
): Promise<Shown> {
  return told(await session.withPassword(ceremony, password, code), trouble.wrongPassword);
}

/** What is wrong with it before anybody is asked; undefined = nothing. */
export const passwordFault = (password: string): string | undefined =>
  password === ''
    ? trouble.empty
    : [...password].length < PASSWORD_LENGTH_MIN
      ? fill(trouble.short, { n: String(PASSWORD_LENGTH_MIN) })
      : undefined;

export const codeFault = (code: string): string | undefined =>
  /^\d{6}$/.test(code) ? undefined : trouble.codeForm;
