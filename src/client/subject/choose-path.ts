/** Where a hamlet or a unit chooses between versions, and which question first. */
const QUESTION = 'muc';

export const choosePath = {
  /** `home`: `/xom` or `/don-vi`. */
  write: (home: string, criterionId?: string): string =>
    criterionId === undefined
      ? `${home}/can-chon`
      : `${home}/can-chon?${new URLSearchParams({ [QUESTION]: criterionId }).toString()}`,
  read: (search: string): string | null => new URLSearchParams(search).get(QUESTION),
};
