/**
 * How large a hidden cell of a table could be, for somebody who knows every figure that is shown: rows and columns add up
 * to totals, and no count is below nothing. Hidden cells with those sums are a flow, so the bound is exact. Pure.
 */

/** A hidden figure: `from` and `to` are the sums it stands in; it raises one and lowers the other. */
export interface Hidden {
  from: number;
  to: number;
  count: number;
}

/** What can still be pushed along: a hidden figure grows without limit and shrinks to nothing. */
function pathTo(
  edges: readonly Hidden[],
  flow: readonly number[],
  { source, target, without }: { source: number; target: number; without: number },
): { cameBy: Map<number, { edge: number; forward: boolean }>; reached: Set<number> } {
  const cameBy = new Map<number, { edge: number; forward: boolean }>();
  const reached = new Set([source]);
  const queue = [source];
  for (let at = queue.shift(); at !== undefined && !reached.has(target); at = queue.shift())
    for (const [edge, { from, to }] of edges.entries()) {
      if (edge === without) continue;
      const forward = from === at;
      if (!forward && !(to === at && (flow[edge] ?? 0) > 0)) continue;
      const next = forward ? to : from;
      if (reached.has(next)) continue;
      reached.add(next);
      cameBy.set(next, { edge, forward });
      queue.push(next);
    }
  return { cameBy, reached };
}

/**
 * The greatest count the hidden figure `index` can have, or `enough` once it is at least that. `reached`: the sums that
 * can still give way; where the bound is too low, a figure hidden across their edge raises it.
 */
export function upperBound(
  edges: readonly Hidden[],
  index: number,
  enough: number,
): { bound: number; reached: ReadonlySet<number> } {
  const own = edges[index];
  if (own === undefined) throw new RangeError('no such hidden figure');
  const flow = edges.map(({ count }) => count);
  let bound = own.count;
  for (;;) {
    const { cameBy, reached } = pathTo(edges, flow, { source: own.to, target: own.from, without: index });
    if (bound >= enough || !reached.has(own.from)) return { bound: Math.min(bound, enough), reached };
    let room = enough - bound;
    const steps: { edge: number; forward: boolean }[] = [];
    for (let at = own.from; at !== own.to;) {
      const step = cameBy.get(at);
      const edge = edges[step?.edge ?? -1];
      if (step === undefined || edge === undefined) throw new Error('a path with a hole');
      if (!step.forward) room = Math.min(room, flow[step.edge] ?? 0);
      steps.push(step);
      at = step.forward ? edge.from : edge.to;
    }
    for (const { edge, forward } of steps) flow[edge] = (flow[edge] ?? 0) + (forward ? room : -room);
    bound += room;
  }
}
