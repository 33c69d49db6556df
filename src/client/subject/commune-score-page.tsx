/** Every item with the claimed and the given points; where they differ first, with the officer's words. */
import { formatDate, formatPoints } from '#domain/vietnamese/format.ts';
import { communeScoreWords as words } from '#client/messages/commune-score.ts';
import { fill } from '#client/messages/fill.ts';
import { Bar } from '#client/ui/bar.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { CommuneScoreCard } from './commune-score-card.tsx';
import type { CommuneItem } from './commune-score.ts';
import { LoadingPage } from './home-page.tsx';
import type { SheetRows } from './read-sheet.ts';
import styles from './subject.module.css';
import { SubjectNav } from './subject-nav.tsx';
import own from './commune-score.module.css';
import { useCommuneScore } from './use-commune-score.ts';

const pointsOf = (points: number | null, max: number): string =>
  points === null
    ? words.notApplicable
    : fill(words.points, { points: formatPoints(points), max: formatPoints(max) });

function Item({ item }: { item: CommuneItem }) {
  const { criterion, claimed, given, reason, byName, at } = item;
  return (
    <li>
      <b>{fill(words.item, { code: criterion.code, name: criterion.shortText })}</b>
      <dl className={own.pair}>
        <div>
          <dt>{words.claimed}</dt>
          <dd>{pointsOf(claimed, criterion.maxPoints)}</dd>
        </div>
        <div>
          <dt>{words.given}</dt>
          <dd>
            <b>{pointsOf(given, criterion.maxPoints)}</b>
          </dd>
        </div>
      </dl>
      {reason !== '' && <p>{fill(words.reason, { reason })}</p>}
      {at > 0 && <p className="soft">{fill(words.by, { by: byName, date: formatDate(at) })}</p>}
    </li>
  );
}

function Items({ title, items }: { title: string; items: readonly CommuneItem[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={styles.stepList}>
        {items.map((item) => (
          <Item key={item.criterion.id} item={item} />
        ))}
      </ul>
    </section>
  );
}

export function CommuneScorePage({ rows, home }: { rows: SheetRows; home: string }) {
  const score = useCommuneScore(rows);
  if (score === undefined) return <LoadingPage title={words.title} />;
  return (
    <Page head={<Bar title={words.title} back={home} />} foot={<SubjectNav current={home} />}>
      {score === null ? (
        <EmptyState title={words.none} />
      ) : (
        <>
          <CommuneScoreCard score={score} />
          <Items title={fill(words.changed, { n: score.changed.length })} items={score.changed} />
          <Items title={fill(words.rest, { n: score.same.length })} items={score.same} />
          <p>{words.ask}</p>
        </>
      )}
    </Page>
  );
}
