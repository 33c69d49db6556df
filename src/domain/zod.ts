/**
 * The one door to zod. `zod/mini` keeps the phone's fill path light; `jitless` because zod would otherwise probe
 * `new Function`, which our Content-Security-Policy reports as a violation.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
