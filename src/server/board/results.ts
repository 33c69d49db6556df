/** What came of it: pillars, official ranking, awards and examples. Sections of the board, as in `sections.ts`. */
import { html } from 'hono/html';
import { boardWords as words } from '#domain/board/words.ts';
import { pillars, sectors } from '#domain/criteria-set.ts';
import { pillarNames, sectorNames, tableWords } from '#domain/open-data/words.ts';
import { formatDate, formatPoints, formatTenthsOfPercent } from '#domain/vietnamese/format.ts';
import { sortedByName } from '#domain/vietnamese/name-order.ts';
import { BOARD_PATH } from '#protocol/open-data.ts';
import { fill, table, type Section } from './parts.ts';

const groupName = (group: string): string => {
  const sector = sectors.find((each) => group === `unit:${each}`);
  return sector === undefined ? tableWords.hamlets : sectorNames[sector];
};

export const pillarShares: Section = ({ groups }) =>
  groups.length === 0
    ? ''
    : html`<section aria-labelledby="tru-cot">
        <h2 id="tru-cot">${words.pillarsTitle}</h2>
        <p class="soft">${words.pillarsText}</p>
        <div class="wide" tabindex="0" role="region" aria-labelledby="tru-cot">
          ${table(
            words.pillarsTitle,
            [words.group, ...pillars.map((pillar) => `n:${pillarNames[pillar]}`)],
            groups.map(
              ({ group, shares }) =>
                html`<tr>
                  <th scope="row">${groupName(group)}</th>
                  ${shares.map(
                    ({ share }) =>
                      html`<td class="n">${share === null ? '—' : formatTenthsOfPercent(share)}</td>`,
                  )}
                </tr>`,
            ),
          )}
        </div>
      </section>`;

export const rankings: Section = ({ rankings: all }) =>
  html`<section aria-labelledby="xep-hang">
    <h2 id="xep-hang">${words.rankingTitle}</h2>
    ${
      all.length === 0
        ? html`<p>${words.noRanking}</p>`
        : all.map(
            ({ group, frozenAt, places }) =>
              html`${table(
                `${groupName(group)}. ${fill(words.rankingAt, { day: formatDate(frozenAt) })}`,
                [words.rank, words.name, `n:${words.points}`],
                places.map(
                  ({ rank, name, points }) =>
                    html`<tr>
                      <td>${rank}</td>
                      <th scope="row">${name}</th>
                      <td class="n">${formatPoints(points)}</td>
                    </tr>`,
                ),
                'shown',
              )}`,
          )
    }
  </section>`;

export const awarded: Section = ({ awarded: all }) =>
  all.length === 0
    ? ''
    : html`<section aria-labelledby="khen">
        <h2 id="khen">${words.awardedTitle}</h2>
        <p class="soft">${words.awardedText}</p>
        <ul>
          ${sortedByName(all, ({ name }) => name).map(
            ({ name, achievement }) => html`<li><b>${name}</b>: ${achievement}</li>`,
          )}
        </ul>
      </section>`;

export const exemplars: Section = ({ exemplars: all }) =>
  all.length === 0
    ? ''
    : html`<section class="story" aria-labelledby="dien-hinh">
        <h2 id="dien-hinh">${words.exemplarsTitle}</h2>
        ${all.map(
          ({ id, title, who, story, result, photo }) =>
            html`<h3>${title}</h3>
              <p class="soft">${who}</p>
              ${
                photo === null
                  ? ''
                  : html`<img
                      class="shot"
                      src="${BOARD_PATH}/dien-hinh/${id}"
                      width="${photo.w}"
                      height="${photo.h}"
                      alt="${fill(words.exemplarPhoto, { who })}"
                      loading="lazy"
                      decoding="async"
                    />`
              }
              ${story
                .split('\n')
                .filter((line) => line.trim() !== '')
                .map((line) => html`<p>${line}</p>`)}${result === '' ? '' : html`<p><b>${result}</b></p>`}`,
        )}
      </section>`;
