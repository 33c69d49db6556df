/** What kind of browser this is, as far as it changes what we may promise. Read from the user agent: there is no other way. */

/**
 * Browsers inside other apps: their storage is a container that is thrown away, and they are never a home for a form.
 * `; wv)` is how Android says so of any app; iOS does not say it, so there the apps are known by name.
 */
const IN_APP =
  /\bZalo|FBAN|FBAV|FB_IAB|Messenger|Instagram|Line\/|Viber|TikTok|musical_ly|trill_|BytedanceWebview|; wv\)/i;

export const isInAppBrowser = (userAgent: string = navigator.userAgent): boolean => IN_APP.test(userAgent);

/** iPhone and iPad: no install prompt and no sending in the background; steps are drawn instead. */
export const isAppleMobile = (
  platform: Pick<Navigator, 'userAgent' | 'maxTouchPoints'> = navigator,
): boolean =>
  /iPhone|iPad|iPod/.test(platform.userAgent) ||
  (/Macintosh/.test(platform.userAgent) && platform.maxTouchPoints > 1);

/** Opened from the home screen. */
export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;
