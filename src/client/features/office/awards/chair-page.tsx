/** The chair's one page: where the movement stands, and what waits for his word, with the reason for each name. */
import { Link } from 'wouter';
import { isGiven } from '#domain/awards/workflow.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import { hasSent, type SubjectStanding } from '../today/desk.ts';
import type { DeskSeam } from '../today/office-desk.tsx';
import { AwardDeskProvider, useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import { DueLine } from './due-line.tsx';
import { DecisionList } from './decision-list.tsx';
import { ApproveWays } from './decision-ways.tsx';
import { standing } from './entries.ts';
import { decisionPath, papersOfPath } from './paths.ts';

const words = awardPapers.chair;
const { decision: decisionWords } = awardPapers;

interface ChairPageProps {
  seam: DeskSeam;
  title: string;
}

export function ChairPage({ seam, title }: ChairPageProps) {
  const { desk, now } = seam;
  const { campaign } = desk;
  return (
    <>
      <header className={frame.head}>
        <h1>{title}</h1>
      </header>
      <main className={frame.body} id="noi-dung" tabIndex={-1}>
        {campaign === undefined ? (
          <EmptyState title={awardWords.noCampaign} />
        ) : (
          <AwardDeskProvider
            key={campaign.id}
            campaign={campaign}
            desk={desk}
            now={now}
            loading={<p role="status">{awardWords.loading}</p>}
          >
            <Approvals />
          </AwardDeskProvider>
        )}
      </main>
    </>
  );
}

const sentOf = (standings: readonly SubjectStanding[]): { sent: number; all: number } => ({
  sent: standings.filter(hasSent).length,
  all: standings.length,
});

function Summary() {
  const { desk, entries } = useAwards();
  const { sent, total } = desk.allFamilies;
  const decided = entries.filter(({ state }) => isGiven(state)).length;
  return (
    <section className={sheets.sheet} aria-label={words.summary}>
      <h2>{words.summary}</h2>
      <p>{fill(words.hamlets, sentOf(desk.hamlets))}</p>
      <p>{fill(words.units, sentOf(desk.units))}</p>
      <p>{fill(words.families, { sent: formatNumber(sent), all: formatNumber(total) })}</p>
      <p>{fill(words.awards, { n: standing(entries).length - decided, decided })}</p>
    </section>
  );
}

/** How long the proposal may still wait for the chair's word. */
function DueOf({ letterId }: { letterId: string | undefined }) {
  const { rows } = useAwards();
  const letter = rows.letters.find(({ id }) => id === letterId)?.value;
  return (
    letter && (
      <p>
        <DueLine letter={letter} />
      </p>
    )
  );
}

function Approvals() {
  const { rows, said } = useAwards();
  const waiting = rows.decisions.filter(({ value }) => value.state === 'prepared');
  const past = rows.decisions.filter(({ value }) => value.state === 'approved');
  return (
    <div className={shared.stack}>
      <p role="status" className={styles.said}>
        {said.words}
      </p>
      <h2>{words.title}</h2>
      {waiting.length === 0 && <EmptyState title={words.nothing}>{words.nothingText}</EmptyState>}
      {waiting.map((row) => (
        <section
          key={row.id}
          className={sheets.sheet}
          aria-label={fill(words.waiting, { number: row.value.number })}
        >
          <h3>{fill(words.waiting, { number: row.value.number })}</h3>
          <p className={styles.total}>
            {fill(words.waitingLine, {
              n: row.value.awards.length,
              money: formatNumber(row.value.total),
              date: dayWords(row.value.date),
            })}
          </p>
          <DueOf letterId={row.value.letterId} />
          {rows.waiting.has(row.id) ? <p>{words.offline}</p> : <ApproveWays row={row} />}
          <p>
            <Link href={papersOfPath(row.id)}>{decisionWords.paper}</Link>
          </p>
          <h4>{words.whyEach}</h4>
          <DecisionList decision={row.value} />
        </section>
      ))}
      <Summary />
      {past.length > 0 && (
        <section className={sheets.sheet} aria-label={words.past}>
          <h2>{words.past}</h2>
          {past.map(({ id, value }) => (
            <p key={id}>
              <Link href={decisionPath(id)}>
                {fill(decisionWords.line, {
                  number: value.number,
                  date: dayWords(value.date),
                  n: value.awards.length,
                  money: formatNumber(value.total),
                })}
              </Link>
            </p>
          ))}
        </section>
      )}
    </div>
  );
}
