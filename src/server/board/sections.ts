/** The board's sections, each a pure function of the facts. One without anything to tell is not there. */
import { html } from 'hono/html';
import { familiesOf } from '#domain/board/facts.ts';
import { boardWords as words } from '#domain/board/words.ts';
import { criteriaOf, sectors } from '#domain/criteria-set.ts';
import { tableIds } from '#domain/open-data/table-ids.ts';
import { sectorNames, tableWords } from '#domain/open-data/words.ts';
import { compareWordsByTable } from '#domain/vietnamese/name-order.ts';
import { formatDate, formatNumber, formatPercent, formatPoints } from '#domain/vietnamese/format.ts';
import { OPEN_DATA_PATH } from '#protocol/open-data.ts';
import { bar, fill, stateMark, table, type Section } from './parts.ts';

/** Rounded down: a hamlet is not said to be done while somebody is missing. */
const wholePercent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part * 100) / whole);

export const families: Section = (facts) => {
  const { sent, listed } = familiesOf(facts);
  return html`<section class="sheet big" aria-labelledby="gia-dinh">
    <h2 id="gia-dinh">${words.familiesTitle}</h2>
    <p>
      <span class="num">${formatPercent(sent, listed)}</span
      ><span class="den"
        ><b>${formatNumber(sent)}</b>
        ${words.families}<br />${fill(words.of, { n: formatNumber(listed) })}</span
      >
    </p>
    ${bar(sent, listed)}
    ${facts.deadline === null ? '' : html`<p>${fill(words.deadline, { phrase: facts.deadline.phrase })}</p>`}
  </section>`;
};

export const receipt: Section = () =>
  html`<section class="sheet screen" aria-labelledby="bien-nhan">
    <h2 id="bien-nhan">${words.receiptTitle}</h2>
    <p>${words.receiptText}</p>
    <p><a class="act" href="/kiem-tra">${words.receipt}</a></p>
  </section>`;

export const hamlets: Section = ({ hamlets: all }) =>
  all.length === 0
    ? ''
    : html`<section aria-labelledby="xom">
        <h2 id="xom">${fill(words.hamletsTitle, { n: all.length })}</h2>
        <p class="soft">${words.hamletsText} <span class="screen">${words.hamletsState}</span></p>
        <ul class="hams">
          ${all.map(
            ({ name, sent, listed, state }) =>
              html`<li>
                <b>${name}</b>
                <span class="n">
                  ${fill(words.hamlet, { sent: formatNumber(sent), listed: formatNumber(listed) })}
                  <b>${wholePercent(sent, listed)}%</b>
                </span>
                ${bar(sent, listed)}${stateMark(state)}
              </li>`,
          )}
        </ul>
      </section>`;

export const units: Section = ({ units: all }) => {
  const rows = sectors.flatMap((sector) => {
    const own = all.filter((unit) => unit.sector === sector);
    if (own.length === 0) return [];
    const sent = own.filter(({ state }) => state !== 'notSent' && state !== 'draft').length;
    const title = fill(words.sector, { name: sectorNames[sector], sent, n: own.length });
    return [
      html`<tr>
        <th scope="rowgroup" colspan="2" class="group">${title}</th>
      </tr>`,
      ...own
        .toSorted((a, b) => compareWordsByTable(a.name, b.name))
        .map(
          ({ name, state }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${stateMark(state)}</td>
            </tr>`,
        ),
    ];
  });
  return rows.length === 0
    ? ''
    : html`<section aria-labelledby="don-vi">
        <h2 id="don-vi">${words.unitsTitle}</h2>
        ${table(words.unitsTitle, [words.unit, words.state], rows)}
      </section>`;
};

export const criteria: Section = ({ criteria: all }) =>
  html`<section class="screen" aria-labelledby="tieu-chi">
    <h2 id="tieu-chi">${words.criteriaTitle}</h2>
    ${all.map((set) => {
      const own = criteriaOf(set);
      return html`<details>
        <summary>${fill(words.criteriaSet, { name: set.name, n: own.length })}</summary>
        ${table(
          set.name,
          [words.criterion, `n:${words.maxPoints}`],
          own.map(
            ({ code, text, maxPoints }) =>
              html`<tr>
                <th scope="row">${code}. ${text}</th>
                <td class="n">${formatPoints(maxPoints)}</td>
              </tr>`,
          ),
        )}
      </details>`;
    })}
  </section>`;

export const openData: Section = ({ releases }) =>
  html`<section class="links screen" aria-labelledby="du-lieu">
    <h2 id="du-lieu">${words.openTitle}</h2>
    <p>${words.openText}</p>
    ${
      releases.length === 0
        ? html`<p>${words.openNone}</p>`
        : releases.slice(0, 6).map(
            ({ number, releasedAt }) =>
              html`<h3>${fill(words.openRelease, { n: number, day: formatDate(releasedAt) })}</h3>
                <ul>
                  ${tableIds.map(
                    (id) =>
                      html`<li>
                        <a href="${OPEN_DATA_PATH}/${number}/${id}.csv">${tableWords.of[id].title} (CSV)</a>
                      </li>`,
                  )}
                  <li><a href="${OPEN_DATA_PATH}/${number}">${words.openAll}</a></li>
                </ul>`,
          )
    }
    <p><a href="${OPEN_DATA_PATH}">${words.openCatalogue}</a></p>
  </section>`;

export const feedback: Section = () =>
  html`<section class="screen" aria-labelledby="gop-y">
    <h2 id="gop-y">${words.feedbackTitle}</h2>
    <p>${words.feedbackText}</p>
    <p><a class="act" href="/y-kien-gop-y">${words.feedback}</a></p>
  </section>`;

export const heads: Section = ({ heads: all }) =>
  all.length === 0
    ? ''
    : html`<section aria-labelledby="niem-phong">
        <h2 id="niem-phong">${words.headsTitle}</h2>
        <p class="soft">${words.headsText}</p>
        ${table(
          words.headsTitle,
          [words.day, words.seal],
          all.map(
            ({ date, log }) =>
              html`<tr>
                <th scope="row">${date.split('-').toReversed().join('/')}</th>
                <td><code>${log}</code></td>
              </tr>`,
          ),
        )}
      </section>`;
