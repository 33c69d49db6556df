// The Chromium that bootstrap.mjs made sure of, for scripts and for the browser tests' configuration.
import { existsSync } from 'node:fs';

export const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Launch options for Playwright. Without a path it uses its own download; Chromium refuses its sandbox to root. */
export function launchOptions() {
  const executablePath = [process.env['CHROMIUM_PATH'] ?? '', ...SYSTEM_BROWSERS].find((path) =>
    existsSync(path),
  );
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  };
}

/** Loads Playwright only here: this file is also read before anything is installed. */
export const launchBrowser = async () => (await import('@playwright/test')).chromium.launch(launchOptions());
