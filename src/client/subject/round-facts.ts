/** What the form's fields need of the rounds: versions to choose between, what the commune asks, what was sent. */
import type { SheetFacts } from '#client/form/group-form/sheet-context.tsx';
import { choosePath } from './choose-path.ts';
import type { SheetRows } from './read-sheet.ts';
import { asksOf, openReturn } from './round.ts';
import { conflictsIn, ownOf } from './sheet-state.ts';

/** `home`: `/xom` or `/don-vi`. */
export function roundFacts(
  rows: SheetRows,
  home: string,
): Pick<SheetFacts, 'conflicts' | 'choosePath' | 'asks' | 'sent'> {
  const { assessment, sentForm } = rows;
  return {
    conflicts: conflictsIn(rows),
    choosePath: (criterionId) => choosePath.write(home, criterionId),
    asks: asksOf(openReturn({ assessment, own: ownOf(rows) })),
    sent: sentForm?.snapshot ?? null,
  };
}
