/**
 * Figures of the process for Prometheus: how many requests each route had, how they ended and how long they took. Names of
 * routes are the policy table's, never what was asked for; nothing in it is of a person.
 */
import type { Clock } from '#protocol/ids.ts';
import type { Route } from './route.ts';

interface Tally {
  requests: number;
  ms: number;
}

export interface Metrics {
  /** `route`: its pattern, or `static`; `ms`: how long it took. */
  count(request: { method: string; route: string; status: number; ms: number }): void;
  text(): string;
}

/** What HTTP calls a method; anything else is one of many. */
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']);

export function createMetrics(clock: Clock, memoryBytes: () => number): Metrics {
  const since = clock.now();
  const tallies = new Map<string, Tally>();
  return {
    count: ({ method, route, status, ms }) => {
      const labels = `method="${methods.has(method) ? method : 'other'}",route="${route}",status="${status}"`;
      const tally = tallies.get(labels) ?? { requests: 0, ms: 0 };
      tallies.set(labels, { requests: tally.requests + 1, ms: tally.ms + ms });
    },
    text: () => {
      const each = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
      return [
        '# TYPE thidua_uptime_seconds gauge',
        `thidua_uptime_seconds ${Math.floor((clock.now() - since) / 1000)}`,
        '# TYPE thidua_memory_bytes gauge',
        `thidua_memory_bytes ${memoryBytes()}`,
        '# TYPE thidua_requests_total counter',
        ...each.map(([labels, { requests }]) => `thidua_requests_total{${labels}} ${requests}`),
        '# TYPE thidua_request_milliseconds_total counter',
        ...each.map(([labels, { ms }]) => `thidua_request_milliseconds_total{${labels}} ${ms}`),
        '',
      ].join('\n');
    },
  };
}

export const createMetricsRoute =
  (metrics: Metrics): Route =>
  async () =>
    new Response(metrics.text(), {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
    });
