/** Hamlets and units as one list to choose from: "hamlet:<id>". */
import type { Desk } from '../today/desk.ts';

export const subjectWord = (kind: 'hamlet' | 'unit' | 'household', id: string): string => `${kind}:${id}`;

export const subjectOptions = ({ hamlets, units }: Pick<Desk, 'hamlets' | 'units'>) =>
  [...hamlets, ...units].map(({ kind, id, name }) => ({ value: subjectWord(kind, id), label: name }));

export function readSubject(
  word: string | undefined,
): { subjectKind: 'hamlet' | 'unit'; subjectId: string } | undefined {
  const [kind, id = ''] = word?.split(':') ?? [];
  return kind === 'hamlet' || kind === 'unit' ? { subjectKind: kind, subjectId: id } : undefined;
}
