/** What an operation sealed here says. */
import { operationSchema, type Operation } from '#protocol/operation.ts';
import type { OutboxRow } from './model.ts';

/**
 * Undefined when it cannot be read: its body is gone because every kept backup holds it, the disk broke it, or a newer
 * build sealed it. The others must work on.
 */
export function operationIn({ text }: Pick<OutboxRow, 'text'>): Operation | undefined {
  try {
    return operationSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
