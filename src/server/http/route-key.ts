/** Routes by the name they have in the policy table. */
import { routePolicy, type RouteRule } from '#protocol/policy-routes.ts';
import type { Role } from '#protocol/policy-roles.ts';

type Row = (typeof routePolicy)[number];
type KeyOf<Each extends Row> = Each extends Row ? `${Each['method']} ${Each['path']}` : never;

/** `POST /api/v1/sync` …: exactly the rows of the table, so a route without a row cannot be written. */
export type RouteKey = KeyOf<Row>;

/** Each row with what is said of it elsewhere. `of` has an entry for every row, or the caller does not compile. */
export function eachRoute<Value>(
  of: Record<RouteKey, Value>,
): { rule: RouteRule; key: string; value: Value }[] {
  const values = new Map<string, Value>(Object.entries(of));
  return routePolicy.flatMap((rule) => {
    const key = `${rule.method} ${rule.path}`;
    const value = values.get(key);
    return value === undefined ? [] : [{ rule, key, value }];
  });
}

/** Roles a signed route is for; none where the row is of another kind. */
export function routeRoles(key: RouteKey): readonly Role[] {
  const rule: RouteRule | undefined = routePolicy.find((row) => `${row.method} ${row.path}` === key);
  return rule?.access.kind === 'device' ? rule.access.roles : [];
}
