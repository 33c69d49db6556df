/** Problems (RFC 9457): a closed list of codes, each with its status and the sentence a person reads. */
import { z } from '#domain/zod.ts';
import { challengeSchema } from './exchange.ts';

export const PROBLEM_TYPE = 'application/problem+json';

export const problemCodes = [
  'malformed',
  'invalid-envelope',
  'not-canonical',
  'proof-missing',
  'proof-invalid',
  'proof-replayed',
  'stale-challenge',
  'device-unknown',
  'device-revoked',
  'code-unknown',
  'code-spent',
  'code-expired',
  'too-many-attempts',
  'not-allowed',
  'not-found',
  'method-not-allowed',
  'too-large',
  'hash-mismatch',
  'offset-conflict',
  'locked',
  'unsupported-media-type',
  'busy',
  'server-error',
] as const;
export const problemCodeSchema = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

export const problems: Record<ProblemCode, { status: number; title: string }> = {
  malformed: { status: 400, title: 'Nội dung gửi lên không đọc được.' },
  'invalid-envelope': { status: 422, title: 'Nội dung gửi lên không đúng mẫu.' },
  'not-canonical': { status: 422, title: 'Nội dung gửi lên không ở dạng chuẩn.' },
  'proof-missing': { status: 401, title: 'Yêu cầu thiếu chữ ký của máy.' },
  'proof-invalid': { status: 401, title: 'Chữ ký của máy không đúng.' },
  'proof-replayed': { status: 409, title: 'Yêu cầu này đã được gửi trước đó.' },
  'stale-challenge': { status: 401, title: 'Máy cần xác nhận lại với xã rồi gửi tiếp.' },
  'device-unknown': { status: 401, title: 'Xã chưa biết máy này. Mời quét lại mã do xã cấp.' },
  'device-revoked': { status: 403, title: 'Máy này đã bị thu hồi. Mời quét lại mã do xã cấp.' },
  'code-unknown': { status: 404, title: 'Mã không đúng. Mời xem lại mã trên phiếu.' },
  'code-spent': { status: 409, title: 'Mã này đã được dùng trên máy khác. Mời xin mã mới.' },
  'code-expired': { status: 410, title: 'Mã này đã hết hạn. Mời xin mã mới.' },
  'too-many-attempts': { status: 429, title: 'Thử quá nhiều lần. Mời chờ rồi thử lại.' },
  'not-allowed': { status: 403, title: 'Máy này không được làm việc đó.' },
  'not-found': { status: 404, title: 'Không có địa chỉ này.' },
  'method-not-allowed': { status: 405, title: 'Không dùng được cách gọi này.' },
  'too-large': { status: 413, title: 'Nội dung gửi lên quá lớn.' },
  'hash-mismatch': { status: 422, title: 'Ảnh đến nơi không giống ảnh đã chụp. Máy sẽ gửi lại từ đầu.' },
  'offset-conflict': { status: 409, title: 'Ảnh đang gửi dở ở chỗ khác. Máy sẽ gửi tiếp từ chỗ đó.' },
  locked: { status: 423, title: 'Ảnh này đang được gửi. Máy sẽ chờ rồi gửi tiếp.' },
  'unsupported-media-type': { status: 415, title: 'Kiểu nội dung gửi lên không dùng được.' },
  busy: { status: 503, title: 'Máy chủ đang bận. Máy sẽ tự gửi lại.' },
  'server-error': { status: 500, title: 'Máy chủ gặp lỗi. Dữ liệu trên máy vẫn còn nguyên.' },
};

export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCodeSchema,
  /** Fresh challenge to answer at once, with `stale-challenge`. */
  challenge: z.optional(challengeSchema),
  /** Seconds to wait. */
  retryAfter: z.optional(z.int()),
});
export type Problem = z.infer<typeof problemSchema>;
