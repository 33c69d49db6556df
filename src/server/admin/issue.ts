/** A code that was just made, as the tool tells it. */
import type { IssueOutcome } from '../core-types.ts';
import { linkLines, linkOf } from '../links.ts';
import { done, failed, type Outcome } from './command.ts';

export function tellIssued(origin: string, issued: IssueOutcome, subject: string): Outcome {
  if (issued.kind === 'unknownSubject')
    return failed({ error: 'unknown-subject', subject }, [`nothing here is called "${subject}"`]);
  const { role, binding, title, typed, expiresAt, householdCode } = issued;
  return done(
    { role, binding, title, link: linkOf(origin, issued), typed, expiresAt, householdCode },
    linkLines(origin, issued),
  );
}
