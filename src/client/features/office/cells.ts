/** Makes the cells of a table (`sheets/table.ts`) without loading what writes it. */
import type { Cell } from './sheets/table.ts';

export const textCell = (value: string): Cell => (value === '' ? null : { kind: 'text', value });
export const numberCell = (value: number): Cell => ({ kind: 'number', value });
/** Hundredths of a point. */
export const pointsCell = (value: number): Cell => ({ kind: 'points', value });
/** `YYYY-MM-DD`. */
export const dateCell = (value: string): Cell => ({ kind: 'date', value });
