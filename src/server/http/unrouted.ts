/** Requests no row of the policy table took: another method, a file of the build, or nothing. */
import { routePolicy } from '#protocol/policy-routes.ts';
import type { Assets } from './assets.ts';
import { problemReply } from './problem.ts';
import { staticReply } from './static-files.ts';

function matches(pattern: string, path: string): boolean {
  const parts = path.split('/');
  const wanted = pattern.split('/');
  return (
    parts.length === wanted.length &&
    wanted.every((part, index) => (part.startsWith(':') ? parts[index] !== '' : part === parts[index]))
  );
}

export function unroutedReply(assets: Assets, request: Request, path: string): Response {
  const methods = routePolicy.filter((rule) => matches(rule.path, path)).map((rule) => rule.method);
  if (methods.length > 0)
    return problemReply('method-not-allowed', {
      allow: methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', '),
    });
  return staticReply(assets, request, path);
}
