/** What a browser adds to a page's own requests, for phones without one: the cookies it was given, and where they come from. */
type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** One browser's jar: what `Set-Cookie` said last, of every name. */
export function withCookies(fetch: Fetch): Fetch {
  const jar = new Map<string, string>();
  return async (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('sec-fetch-site', 'same-origin');
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (/;\s*max-age=0(;|$)/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}
