/** The public board as one page of plain HTML: no script, one request, its own small style (`visual`, public board). */
import { html, raw } from 'hono/html';
import { familiesOf, type BoardFacts } from '#domain/board/facts.ts';
import { boardWords as words } from '#domain/board/words.ts';
import { formatDate, formatNumber, formatTime } from '#domain/vietnamese/format.ts';
import { BOARD_PATH } from '#protocol/open-data.ts';
import { fill, glyphs } from './parts.ts';
import * as result from './results.ts';
import * as section from './sections.ts';
import { BOARD_STYLE } from './style.ts';

/** `origin`: where people reach the server; what is shared on Zalo needs whole addresses. */
export async function boardPage(facts: BoardFacts, origin: string): Promise<string> {
  const { commune, campaign, readAt } = facts;
  // "xã Bình Thuận", where it begins a line.
  const place = commune.name.charAt(0).toUpperCase() + commune.name.slice(1);
  const { sent, listed } = familiesOf(facts);
  const about = fill(words.share, { sent: formatNumber(sent), listed: formatNumber(listed) });
  const title = `${campaign.shortTitle} – ${place}`;
  const page = html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="description" content="${about}" />
        <meta property="og:type" content="website" />
        <meta property="og:locale" content="vi_VN" />
        <meta property="og:title" content="${title}" />
        <meta property="og:description" content="${about}" />
        <meta property="og:url" content="${origin}${BOARD_PATH}" />
        <meta property="og:image" content="${origin}${BOARD_PATH}/anh.png" />
        <meta property="og:image:width" content="1200" />
        <meta property="og:image:height" content="630" />
        <meta name="theme-color" content="#f5f0e3" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#111712" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/icons/icon-192.png" />
        ${raw(`<style>${BOARD_STYLE}</style>`)}
      </head>
      <body>
        <a class="skip" href="#noi-dung">${words.skip}</a>${glyphs}
        <div class="page">
          <header>
            <p class="name">${words.product}<br />${place}</p>
            <h1>${campaign.title}</h1>
          </header>
          <main id="noi-dung">
            <div class="cols two">${section.families(facts)}${section.receipt(facts)}</div>
            ${section.hamlets(facts)}
            <div class="cols three">
              <div>${section.units(facts)}</div>
              <div>
                ${result.exemplars(facts)}${result.awarded(facts)}${result.pillarShares(facts)}${result.rankings(facts)}
              </div>
            </div>
            ${section.criteria(facts)}
            <div class="cols three">${section.openData(facts)}${section.feedback(facts)}</div>
            ${section.heads(facts)}
          </main>
          <footer>
            <p>
              ${fill(words.updated, { time: formatTime(readAt), day: formatDate(readAt) })}
              <span class="screen">${words.kept}</span>
            </p>
            <p>
              ${fill(words.office, { office: commune.standingOffice })}${commune.phone === '' ? '' : html`<br />${fill(words.phone, { phone: commune.phone })}`}<br />${commune.address === '' ? commune.parent : commune.address}
            </p>
          </footer>
        </div>
      </body>
    </html>`;
  return String(await page);
}
