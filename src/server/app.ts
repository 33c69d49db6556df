/**
 * The server's HTTP: routes of the policy table and no others, files of the build, and what holds for every reply.
 * Testable in process: `createApp(parts).request('/healthz')`.
 */
import { Hono } from 'hono';
import { base32 } from '#protocol/code.ts';
import type { Chance, Clock } from '#protocol/ids.ts';
import type { Config } from './config.ts';
import type { ServerCore } from './core-types.ts';
import { createAdmission, type Admission } from './http/admission.ts';
import type { Assets } from './http/assets.ts';
import { createCallerReader, type Caller } from './http/client-address.ts';
import {
  campaignRoute,
  createFeedbackRoute,
  createOpenApiRoute,
  feedbackStateRoute,
  healthRoute,
  helloRoute,
  readyRoute,
  receiptRoute,
} from './http/open-routes.ts';
import { createOpenedRoute, logHeadsRoute, logRoute } from './http/log-routes.ts';
import { createBoardRoutes } from './http/board-routes.ts';
import { createCodesRoute, createDeviceActRoute } from './http/device-routes.ts';
import { createMetrics, createMetricsRoute, type Metrics } from './http/metrics.ts';
import { beginUploadRoute, createPhotoRoute, uploadRoute } from './http/photo-routes.ts';
import { busyReply, problemReply } from './http/problem.ts';
import { killSwitchAssets, standsStill } from './http/kill-switch.ts';
import { eachRoute, type RouteKey } from './http/route-key.ts';
import { createRescueImportRoute, createRescueRoute } from './http/rescue-routes.ts';
import type { Route } from './http/route.ts';
import { createSessionRoutes } from './http/session-routes.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import {
  createEnrolRoute,
  createExchangeRoute,
  createRekeyRoute,
  createSlipsRoute,
} from './http/signed-routes.ts';
import { unroutedReply } from './http/unrouted.ts';
import { stackOf, type Log, type LogLevel } from './log.ts';
import { StoreBusyError } from './store/store.ts';

export interface AppParts {
  core: ServerCore;
  assets: Assets;
  config: Pick<Config, 'trustedProxies' | 'publicOrigin' | 'killSwitch'>;
  clock: Clock;
  chance: Chance;
  log: Log;
}

/** The part of node's connection we look at; absent when a test calls the app in process. */
interface Bindings {
  incoming?: { socket: { remoteAddress?: string | undefined; encrypted?: boolean } };
}

interface Environment {
  Bindings: Bindings;
  Variables: { caller: Caller; route: string };
}

/** A row of the policy table without an entry here, or an entry without a row, does not compile. */
const createRoutes = (
  admission: Admission,
  publicOrigin: string,
  metrics: Metrics,
): Record<RouteKey, Route> => ({
  ...createSessionRoutes(admission, publicOrigin),
  ...createBoardRoutes(publicOrigin),
  'POST /api/v1/sync': createExchangeRoute(admission),
  'POST /api/v1/enrol': createEnrolRoute(admission),
  'POST /api/v1/rekey': createRekeyRoute(admission),
  'POST /api/v1/slips': createSlipsRoute(admission),
  'POST /api/v1/codes': createCodesRoute(admission),
  'POST /api/v1/devices/act': createDeviceActRoute(admission),
  'POST /api/v1/files/:photoId': beginUploadRoute,
  'GET /api/v1/files/:photoId': createPhotoRoute('full'),
  'GET /api/v1/files/:photoId/thumb': createPhotoRoute('thumb'),
  'HEAD /api/v1/uploads/:uploadId': uploadRoute,
  'PATCH /api/v1/uploads/:uploadId': uploadRoute,
  'POST /api/v1/rescue': createRescueRoute(admission),
  'POST /api/v1/rescue/import': createRescueImportRoute(admission),
  'GET /api/v1/hello': helloRoute,
  'GET /api/v1/public/campaign': campaignRoute,
  'GET /api/v1/public/receipts/:code': receiptRoute,
  'POST /api/v1/public/feedback': createFeedbackRoute(admission),
  'GET /api/v1/public/feedback/:code': feedbackStateRoute,
  'GET /api/v1/log': logRoute,
  'GET /api/v1/log/heads': logHeadsRoute,
  'POST /api/v1/log/opened': createOpenedRoute(admission),
  'GET /api/v1/openapi.json': createOpenApiRoute(),
  'GET /healthz': healthRoute,
  'GET /readyz': readyRoute,
  'GET /metrics': createMetricsRoute(metrics),
});

const levelOf = (status: number): LogLevel => (status >= 500 ? 'warn' : status >= 400 ? 'info' : 'debug');

export function createApp({ core, assets: built, config, clock, chance, log }: AppParts): Hono<Environment> {
  const assets = config.killSwitch === true ? killSwitchAssets(built) : built;
  const callerOf = createCallerReader(config.trustedProxies);
  const isHttps = config.publicOrigin.startsWith('https:');
  const app = new Hono<Environment>();
  const metrics = createMetrics(clock, () => process.memoryUsage.rss());

  app.use('*', async (context, next) => {
    const startedAt = clock.now();
    const socket = context.env?.incoming?.socket;
    const connection = { remoteAddress: socket?.remoteAddress, encrypted: socket?.encrypted === true };
    const caller = callerOf(connection, context.req.raw.headers);
    context.set('caller', caller);
    context.set('route', 'static');
    // Only our own worker may ever be registered, whatever a browser is talked into fetching.
    const isWorkerScript = context.req.header('service-worker') !== undefined;
    if (isWorkerScript && context.req.path !== '/sw.js') context.res = problemReply('not-allowed');
    else if (config.killSwitch === true && standsStill(context.req.method, context.req.path))
      context.res = busyReply();
    else await next();
    setSecurityHeaders(context.res.headers, caller.secure || isHttps);
    const request = {
      method: context.req.method,
      route: context.get('route'),
      status: context.res.status,
      ms: clock.now() - startedAt,
    };
    metrics.count(request);
    log(levelOf(context.res.status), 'request', request);
  });

  for (const { rule, value: route } of eachRoute(
    createRoutes(createAdmission(), config.publicOrigin, metrics),
  ))
    // The router hands HEAD to what serves GET; a row for HEAD alone serves no GET.
    app.on(rule.method === 'HEAD' ? 'GET' : rule.method, rule.path, (context) => {
      if (rule.method === 'HEAD' && context.req.method !== 'HEAD')
        return unroutedReply(assets, context.req.raw, context.req.path);
      context.set('route', rule.path);
      const parameter = (name: string): string => context.req.param(name) ?? '';
      return route({ request: context.req.raw, caller: context.get('caller'), parameter, core });
    });

  app.notFound((context) => unroutedReply(assets, context.req.raw, context.req.path));

  // The one catch: a bug or a broken disk. The caller gets an id to quote, the log gets where it happened.
  app.onError((error, context) => {
    if (error instanceof StoreBusyError) return busyReply();
    const logId = base32(chance.bytes(8), 10);
    log('alarm', 'failure', {
      logId,
      route: context.get('route'),
      error: stackOf(error),
    });
    return problemReply('server-error', { logId });
  });
  return app;
}
