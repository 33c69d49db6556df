/** Words from the public with the office's replies to them: unseen first, then seen, then the rest; newest first in each. */
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { FeedbackReply } from '#protocol/office-records.ts';
import type { FeedbackRow } from '#protocol/office-rows.ts';
import { officeFeedback as words } from '#client/messages/office-feedback.ts';
import type { Workspace } from '#client/workspace.ts';
import type { Facts } from '../stale-lines.ts';

export const feedbackStates = ['received', 'read', 'answered', 'closed'] as const;
export type FeedbackStateWord = (typeof feedbackStates)[number];

export interface FeedbackItem extends FeedbackRow {
  state: FeedbackStateWord;
  /** What the office answered; empty = nothing yet. */
  answer: string;
  reply: FeedbackReply | undefined;
  /** Of the reply this machine last saw; 0 = none. */
  rev: number;
  /** A reply made here is not at the commune yet. */
  waits: boolean;
  key: string;
}

export const isOpen = ({ state }: Pick<FeedbackItem, 'state'>): boolean =>
  state === 'received' || state === 'read';

/** A reply as people read it. */
export const replyFacts = ({ state, answer }: FeedbackReply): Facts => [
  [words.columns.state, words.states[state]],
  [words.answer, answer],
];

export async function readFeedback(workspace: Pick<Workspace, 'rows' | 'outbox'>): Promise<FeedbackItem[]> {
  const [rows, replies, outbox] = await Promise.all([
    workspace.rows('feedback'),
    workspace.rows('feedbackReply'),
    workspace.outbox(),
  ]);
  const replyOf = new Map(replies.map((row) => [row.id, row]));
  const waiting = new Set(
    outbox.flatMap(({ kind, text, result }) =>
      kind === 'record.put' && (result === undefined || result.verdict === 'retry') ? [text] : [],
    ),
  );
  const isWaiting = (id: string): boolean =>
    [...waiting].some((text) => text.includes('"feedbackReply"') && text.includes(id));
  return rows
    .map(({ id, value }): FeedbackItem => {
      const reply = replyOf.get(id);
      return {
        ...value,
        state: reply?.value.state ?? 'received',
        answer: reply?.value.answer ?? '',
        reply: reply?.value,
        rev: reply?.rev ?? 0,
        waits: isWaiting(id),
        key: searchKey(`${value.text} ${value.contact} ${reply?.value.answer ?? ''}`),
      };
    })
    .sort((a, b) => feedbackStates.indexOf(a.state) - feedbackStates.indexOf(b.state) || b.at - a.at);
}
