/** Releases, the newest first, with where anybody reads them. */
import { tableIds } from '#domain/open-data/table-ids.ts';
import { tableWords } from '#domain/open-data/words.ts';
import { OPEN_DATA_PATH } from '#protocol/open-data.ts';
import { fill } from '#client/messages/fill.ts';
import { openDataWords } from '#client/messages/office-open-data.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph, type GlyphState } from '#client/ui/glyph.tsx';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import { when } from '../when.ts';
import styles from './open-data.module.css';
import type { ReleaseLine } from './read-open-data.ts';

const words = openDataWords.list;
const glyphs: Record<ReleaseLine['state'], GlyphState> = {
  released: 'final',
  waits: 'queued',
  stale: 'setAside',
  setAside: 'setAside',
};

export function ReleaseList({ releases }: { releases: readonly ReleaseLine[] }) {
  return (
    <section className={styles.part} aria-labelledby="cac-ban">
      <h2 id="cac-ban">{words.title}</h2>
      {releases.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {releases.map((release) => (
            <li key={release.id}>
              <span className={sheet.state}>
                <Glyph state={glyphs[release.state]} />
                <b>{fill(words.release, { n: release.number, when: when(release.releasedAt) })}</b>
              </span>
              {release.note !== '' && <p>{release.note}</p>}
              {release.state === 'released' ? (
                <Links number={release.number} />
              ) : (
                <p>{words[release.state]}</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const Links = ({ number }: { number: number }) => (
  <div className={shared.ways}>
    <a href={`${OPEN_DATA_PATH}/${number}`}>{words.whole}</a>
    {tableIds.map((id) => (
      <a key={id} href={`${OPEN_DATA_PATH}/${number}/${id}.csv`}>
        {tableWords.of[id].title} (CSV)
      </a>
    ))}
  </div>
);
