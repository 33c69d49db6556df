/** Columns of a row as what they hold. */
import type { Row } from '../database.ts';

export const textIn = (row: Row, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : '';
};
export const numberIn = (row: Row, column: string): number => Number(row[column] ?? 0);
