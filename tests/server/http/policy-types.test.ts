/** What must not compile. Each `@ts-expect-error` is itself an error when the line below it compiles after all. */
import { expect, test } from 'vitest';
import { operationPolicy, recordPolicy } from '#protocol/policy.ts';
import type { RouteKey } from '#server/http/route-key.ts';
import type { Route } from '#server/http/route.ts';
import type { LogFacts } from '#server/log.ts';

const nothing: Route = () => Promise.reject(new Error('never called'));

test('a route, a kind or an entity without a policy row does not compile', () => {
  // @ts-expect-error no row of the table has this path
  const stranger: RouteKey = 'GET /api/v1/secret';
  // @ts-expect-error rows without code to serve them
  const few: Record<RouteKey, Route> = { 'GET /healthz': nothing };
  const { 'comment.add': _row, ...kinds } = operationPolicy;
  // @ts-expect-error a kind of operation nobody may be asked about
  const partial: typeof operationPolicy = kinds;
  const { person: _none, ...entities } = recordPolicy;
  // @ts-expect-error an entity without a row
  const records: typeof recordPolicy = entities;
  // @ts-expect-error a fact the log has no place for
  const facts: LogFacts = { householder: 'x' };
  expect([stranger, few, partial, records, facts]).toHaveLength(5);
});
