// Draws public/icons/*.png from icon.svg, once, when the drawing changes: `node scripts/icons.mjs`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { root } from './run.mjs';

const folder = join(root, 'public/icons');
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');
// A maskable or iOS icon is cut by the system: no corners of its own, and nothing that matters outside the middle 80 %.
const fullBleed = drawing.replace(/ rx="\d+"/, '');

const browser = await launchBrowser();
const page = await browser.newPage();
for (const [file, svg, size] of [
  ['icon-192.png', drawing, 192],
  ['icon-512.png', drawing, 512],
  ['icon-maskable-512.png', fullBleed, 512],
  ['apple-touch-icon.png', fullBleed, 180],
]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  await page.screenshot({ path: join(folder, file), omitBackground: true });
}
await browser.close();
