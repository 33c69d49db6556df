/** Lists whose order is a person's. Pure. */

/** One place up (-1) or down (+1); the same list at its ends. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  const item = list[at];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_each, index) => index !== at);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

export const replaced = <T extends { id: string }>(list: readonly T[], item: T): T[] =>
  list.some(({ id }) => id === item.id)
    ? list.map((each) => (each.id === item.id ? item : each))
    : [...list, item];
