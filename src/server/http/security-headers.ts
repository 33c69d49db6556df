/** Headers of every reply (`reference` of each value: OWASP ASVS 5.0 V3; the policy itself is tried in the browser tests). */

/** The one Trusted Types policy: the shell's, for registering its service worker. */
export const TRUSTED_TYPES_POLICY = 'thidua';

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // `blob:` = photos read by signed fetch.
  "img-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES_POLICY}`,
].join('; ');

const always: readonly (readonly [string, string])[] = [
  ['content-security-policy', CONTENT_SECURITY_POLICY],
  [
    'permissions-policy',
    'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), bluetooth=(), serial=(), hid=(), ' +
      'display-capture=()',
  ],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
];

/** Two years; only said over https, where browsers heed it. */
const STRICT_TRANSPORT = 'max-age=63072000';

export function setSecurityHeaders(headers: Headers, secure: boolean): void {
  // What a route says for itself is stricter: pictures travel in a sandbox of their own.
  for (const [name, value] of always) if (!headers.has(name)) headers.set(name, value);
  if (secure) headers.set('strict-transport-security', STRICT_TRANSPORT);
}
