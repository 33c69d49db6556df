/** What a route's code gets and gives. */
import type { ServerCore } from '../core-types.ts';
import type { Caller } from './client-address.ts';

export interface RouteRequest {
  request: Request;
  caller: Caller;
  /** Values of the pattern's `:names`. */
  parameter: (name: string) => string;
  core: ServerCore;
}

export type Route = (call: RouteRequest) => Promise<Response>;
