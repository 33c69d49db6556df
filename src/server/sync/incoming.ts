/** The operations of a request, read and hashed before the transaction begins. */
import { parseCanonical } from '#protocol/canon.ts';
import {
  OPERATION_BYTES_MAX,
  operationHeadSchema,
  operationKinds,
  operationSchema,
  type Operation,
} from '#protocol/operation.ts';
import { hashTextNow } from '../crypto/hash.ts';

export interface Incoming {
  text: string;
  bytes: number;
  hash: string;
  content:
    | { kind: 'operation'; operation: Operation }
    /** Canonical, but not understood: kept apart. `opId` where at least that can be read. */
    | { kind: 'notUnderstood'; code: 'UNKNOWN_KIND' | 'ARGS_INVALID' | 'TOO_LARGE'; opId: string | null };
}

const kinds: ReadonlySet<string> = new Set(operationKinds);

type Lacks = (kind: string) => boolean;
const lacksNone: Lacks = () => false;

function understand(value: unknown, bytes: number, lacks: Lacks): Incoming['content'] {
  const head = operationHeadSchema.safeParse(value);
  const opId = head.success ? head.data.opId : null;
  if (bytes > OPERATION_BYTES_MAX) return { kind: 'notUnderstood', code: 'TOO_LARGE', opId };
  const unknown = head.success && (!kinds.has(head.data.kind) || lacks(head.data.kind));
  const parsed = operationSchema.safeParse(value);
  if (parsed.success && !unknown) return { kind: 'operation', operation: parsed.data };
  return { kind: 'notUnderstood', code: unknown ? 'UNKNOWN_KIND' : 'ARGS_INVALID', opId };
}

/**
 * Null when one of the texts is not canonical: then two sides could not agree about what was said, and none is taken.
 * `lacks`: kinds that are to count as unknown (`faults.ts`).
 */
export function readOperations(texts: readonly string[], lacks = lacksNone): Incoming[] | null {
  const operations: Incoming[] = [];
  for (const text of texts) {
    const parsed = parseCanonical(text);
    if (parsed.kind === 'notCanonical') return null;
    const bytes = Buffer.byteLength(text);
    operations.push({
      text,
      bytes,
      hash: hashTextNow(text),
      content: understand(parsed.value, bytes, lacks),
    });
  }
  return operations;
}
