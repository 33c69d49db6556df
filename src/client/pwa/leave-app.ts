/** Out of another app's browser into the phone's own. Pure. */

const APPS: readonly (readonly [RegExp, string])[] = [
  [/\bZalo/i, 'Zalo'],
  [/Messenger|Orca-Android/i, 'Messenger'],
  [/FBAN|FBAV|FB_IAB/, 'Facebook'],
  [/Instagram/i, 'Instagram'],
  [/TikTok|musical_ly|trill_|BytedanceWebview/i, 'TikTok'],
];

/** Null: an app we do not know by name. */
export const appNameOf = (userAgent: string): string | null =>
  APPS.find(([mark]) => mark.test(userAgent))?.[1] ?? null;

/**
 * An address that the system opens in Chrome (Android's intent) or Safari (iOS). The secret stays in the fragment: an
 * intent's own part begins at its last `#`. Without Chrome, Android asks which browser.
 */
export function linkForBrowser(href: string, isApple: boolean): string {
  const [scheme = 'https', rest = ''] = href.split('://');
  return isApple
    ? `x-safari-${scheme}://${rest}`
    : `intent://${rest}#Intent;scheme=${scheme};action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end`;
}
