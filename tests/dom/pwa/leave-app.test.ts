import { expect, test } from 'vitest';
import { isInAppBrowser } from '#client/pwa/browser-kind.ts';
import { appNameOf, linkForBrowser } from '#client/pwa/leave-app.ts';

test.each([
  [
    'Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) Chrome/116.0 Mobile Safari/537.36 Zalo android/12100728',
    'Zalo',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 16_6) AppleWebKit/605.1.15 Mobile/15E148 Zalo iOS/541', 'Zalo'],
  [
    'Mozilla/5.0 (Linux; Android 11; wv) Chrome/114.0 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/412;]',
    'Messenger',
  ],
  ['Mozilla/5.0 (iPhone) Mobile/15E148 [FBAN/MessengerForiOS;FBAV/400;]', 'Messenger'],
  ['Mozilla/5.0 (Linux; Android 11; wv) Chrome/114.0 [FB_IAB/FB4A;FBAV/420;]', 'Facebook'],
  ['Mozilla/5.0 (Linux; Android 12; wv) Chrome/110 trill_2022803040 BytedanceWebview/d8a21c6', 'TikTok'],
  ['Mozilla/5.0 (iPhone) Mobile/15E148 musical_ly_31.0 BytedanceWebview/d8a21c6', 'TikTok'],
])('%s is a browser inside %s', (userAgent, name) => {
  expect(isInAppBrowser(userAgent)).toBe(true);
  expect(appNameOf(userAgent)).toBe(name);
});

test('an app nobody knows by name is still told from a browser', () => {
  const userAgent = 'Mozilla/5.0 (Linux; Android 12; wv) Version/4.0 Chrome/110 Mobile Safari/537.36';
  expect(isInAppBrowser(userAgent)).toBe(true);
  expect(appNameOf(userAgent)).toBeNull();
});

/** How Android reads an intent's address: its own part begins at the last `#`. */
const openedByAndroid = (intent: string): string => {
  const at = intent.lastIndexOf('#');
  expect(intent.slice(at)).toMatch(/^#Intent;/);
  const scheme = /;scheme=(\w+);/.exec(intent.slice(at))?.[1] ?? '';
  return intent.slice(0, at).replace(/^intent:/, `${scheme}:`);
};

test('the link out carries the whole address, the secret in its fragment too', () => {
  const href = 'https://thidua.xa.example/p#s1.abcdefghijklmnopqrstuv.0198c1f0.binh-thuan.DM-012';
  expect(openedByAndroid(linkForBrowser(href, false))).toBe(href);
  expect(linkForBrowser(href, true)).toBe(`x-safari-${href}`);
});
