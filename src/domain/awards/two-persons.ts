/** A decision takes two people (`domain.md` §3.1: tập thể, dân chủ): nobody approves what is theirs alone. */

/**
 * `approver`, `preparer`: persons; `hands`: for each award of the decision, who made each of its steps. True: whoever
 * prepared what stands, or brought one of its awards all the way alone, is about to approve it.
 */
export const approvesOwnWork = (
  approver: string,
  preparer: string | undefined,
  hands: readonly (readonly string[])[],
): boolean =>
  approver === preparer ||
  hands.some((persons) => persons.length > 0 && persons.every((person) => person === approver));
