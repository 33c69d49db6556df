/** What goes in and comes out of the office's log and of words from the public, with an example of each. */
import { LOG_PAGE_MAX, type LogHeads, type LogPage } from '#protocol/log.ts';
import type { OpenedRequest, OpenedResponse } from '#protocol/opened.ts';
import type { FeedbackReceipt, FeedbackRequest, FeedbackState } from '#protocol/feedback.ts';
import { CHAIN_START } from '#protocol/hash.ts';

const nonce = 'c2FtcGxlLW5vbmNlLTAwMQ';
const code = 'K3QF72MA7B4E';
const at = 1762900000000;
const hash = 'oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U';
const id = (last: number): string => `0199c0de-0000-7000-8000-00000000000${last}`;

export const officeExamples = {
  feedbackRequest: {
    v: 1,
    nonce,
    text: 'Loa truyền thanh xóm tôi hỏng hai tuần nay.',
    contact: '0912 345 678',
  } satisfies FeedbackRequest,
  feedbackReceipt: { v: 1, nonce, code } satisfies FeedbackReceipt,
  feedbackState: {
    v: 1,
    code,
    state: 'answered',
    receivedAt: at,
    answer: 'Xã đã cho thợ sửa xong ngày 12/11/2025.',
  } satisfies FeedbackState,
  logPage: {
    v: 1,
    entries: [
      {
        rev: 42,
        opId: id(2),
        kind: 'score.set',
        receivedAt: at,
        claimedAt: at - 1000,
        verdict: 'applied',
        device: { id: hash, label: 'Máy văn phòng', role: 'officer', name: 'Nguyễn Thị Hoa' },
        subject: { kind: 'hamlet', id: id(3), name: 'Chùa 9' },
        entity: 'score',
        id: id(4),
        reasonCode: 'evidence',
        reason: 'Ảnh chụp rõ bảng tin',
        body: 'here',
        changes: [{ criterionId: 'A1.1', field: 'points', before: 100, after: 300 }],
        opHash: hash,
        log: hash,
      },
    ],
    next: 42,
    head: { rev: 57, log: hash },
  } satisfies LogPage,
  logHeads: {
    v: 1,
    days: [{ date: '2025-11-12', entries: 15, rev: 57, log: CHAIN_START }],
  } satisfies LogHeads,
  openedRequest: { v: 1, nonce, opened: [{ assessmentId: id(5), at }] } satisfies OpenedRequest,
  openedResponse: { v: 1, nonce } satisfies OpenedResponse,
} as const;

const queries = {
  before: 'Revision: entries older than it, newest first',
  after: 'Revision: entries younger than it, oldest first; not together with `before`',
  limit: `Entries of a page, at most ${LOG_PAGE_MAX}`,
  kind: 'Kind of operation, or of an entry the server made',
  device: 'Id of a device',
  subject: 'Id of a household, hamlet or unit',
  text: 'Words in names, codes and kinds; marks and case do not matter',
} as const;

export const officeMessages = {
  'GET /api/v1/log': {
    response: { schema: 'LogPage', example: officeExamples.logPage },
    query: queries,
  },
  'GET /api/v1/log/heads': { response: { schema: 'LogHeads', example: officeExamples.logHeads } },
  'POST /api/v1/log/opened': {
    request: { schema: 'OpenedRequest', example: officeExamples.openedRequest },
    response: { schema: 'OpenedResponse', example: officeExamples.openedResponse },
  },
  'POST /api/v1/public/feedback': {
    request: { schema: 'FeedbackRequest', example: officeExamples.feedbackRequest },
    response: { schema: 'FeedbackReceipt', example: officeExamples.feedbackReceipt },
  },
  'GET /api/v1/public/feedback/:code': {
    response: { schema: 'FeedbackState', example: officeExamples.feedbackState },
  },
} as const;
