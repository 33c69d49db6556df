/**
 * The only script addresses this app ever makes: its service worker, and the workers that shrink photos and
 * read codes, tables and PDF. Through the one
 * Trusted Types policy that the server's content policy names.
 */
interface TrustedTypesFactory {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
    // What it gives stands wherever a script's address is wanted; no standard library of types knows it yet.
  ) => { createScriptURL: (url: string) => string };
}
declare global {
  // oxlint-disable-next-line no-var
  var trustedTypes: TrustedTypesFactory | undefined;
}

const OURS = /^\/(sw|assets\/(shrink|read-code|office-read-table|pdf)\.worker-[\w-]+)\.js$/;

const checked = (url: string): string => {
  if (!OURS.test(url) && !import.meta.env.DEV) throw new TypeError(`not a script of this app: ${url}`);
  return url;
};

let policy: ReturnType<TrustedTypesFactory['createPolicy']> | undefined;

/** @throws TypeError for any other address. */
export function scriptAddress(url: string): string {
  policy ??= globalThis.trustedTypes?.createPolicy('thidua', { createScriptURL: checked });
  return policy?.createScriptURL(url) ?? checked(url);
}
