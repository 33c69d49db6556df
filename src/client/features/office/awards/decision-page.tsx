/** One decision: drafted from a letter, approved by another person, written down, printed, or cancelled. */
import { Link } from 'wouter';
import { formatNumber } from '#domain/vietnamese/format.ts';
import type { AwardDecision } from '#protocol/award-records.ts';
import type { StoredRow } from '#client/db/model.ts';
import { fill } from '#client/messages/fill.ts';
import { awardWords } from '#client/messages/office-awards.ts';
import { awardPapers } from '#client/messages/office-awards-papers.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheets from '../sheet.module.css';
import { useAwards } from './award-desk.tsx';
import { dayWords } from './award-words.ts';
import styles from './awards.module.css';
import { ApproveWays, CancelWay } from './decision-ways.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DecisionList } from './decision-list.tsx';
import { DueLine } from './due-line.tsx';
import { decisionGlyph } from './decisions-page.tsx';
import { Frame } from './frame.tsx';
import { certificatesPath, DELIVERY_PATH, papersOfPath, prepareDecisionPath } from './paths.ts';
import { canGo, stepRecords } from './steps.ts';

const words = awardPapers.decision;

export function DecisionPage({ id }: { id: string }) {
  const { rows } = useAwards();
  if (id === 'moi') return <DecisionForm />;
  const row = rows.decisions.find((each) => each.id === id);
  if (row === undefined)
    return (
      <Frame title={words.title}>
        <EmptyState title={rows.waiting.has(id) ? awardWords.list.waiting : words.missing} />
      </Frame>
    );
  return <Decision row={row} />;
}

/** After the approval: written down for each, printed, handed over. One of them is the next, and filled. */
function Onward({ row }: { row: StoredRow<'awardDecision'> }) {
  const { act, at, byId } = useAwards();
  const { value } = row;
  const named = value.awards.flatMap(({ awardId }) => byId.get(awardId) ?? []);
  const rowsTo = (to: 'decided' | 'printed' | 'delivered') =>
    named
      .filter(({ award, isWaiting }) => !isWaiting && canGo(award, to))
      .map((entry) => ({ id: entry.id, rev: entry.rev, value: entry.award }));
  const [toDecide, toPrint, toDeliver] = [rowsTo('decided'), rowsTo('printed'), rowsTo('delivered')];
  const { number } = value;
  return (
    <div className={shared.ways}>
      {toDecide.length > 0 && (
        <button
          type="button"
          className={controls.mainButton}
          onClick={() =>
            void act(
              fill(words.recordLabel, { number, n: toDecide.length }),
              stepRecords(toDecide, 'decided', { at: at(), partOf: () => ({ decisionId: row.id }) }),
            )
          }
        >
          {fill(words.record, { n: toDecide.length })}
        </button>
      )}
      {toDecide.length === 0 && (
        <Link
          className={toPrint.length > 0 ? controls.mainButton : controls.button}
          href={certificatesPath(row.id)}
        >
          {words.certificates}
        </Link>
      )}
      {toPrint.length > 0 && (
        <button
          type="button"
          className={controls.button}
          onClick={() =>
            void act(
              fill(words.printedLabel, { number, n: toPrint.length }),
              stepRecords(toPrint, 'printed', { at: at() }),
            )
          }
        >
          {fill(words.printed, { n: toPrint.length })}
        </button>
      )}
      {toPrint.length === 0 && toDeliver.length > 0 && (
        <Link className={controls.mainButton} href={DELIVERY_PATH}>
          {words.deliver}
        </Link>
      )}
    </div>
  );
}

function Standing({ value }: { value: AwardDecision }) {
  return (
    <>
      <p className={sheets.state}>
        <Glyph state={decisionGlyph[value.state]} />
        <b>{words.states[value.state]}</b>
      </p>
      {value.reason !== undefined && (
        <p className={styles.breakable}>{fill(words.why, { reason: value.reason })}</p>
      )}
    </>
  );
}

function Decision({ row }: { row: StoredRow<'awardDecision'> }) {
  const { canWrite, rows } = useAwards();
  const { value } = row;
  const isWaiting = rows.waiting.has(row.id);
  const letter = rows.letters.find(({ id }) => id === value.letterId)?.value;
  const again = value.state === 'withdrawn' && value.letterId !== undefined && canWrite;
  return (
    <Frame
      title={fill(words.line, {
        number: value.number,
        date: dayWords(value.date),
        n: value.awards.length,
        money: formatNumber(value.total),
      })}
    >
      <div className={styles.screenOnly}>
        <Standing value={value} />
        {letter && value.state !== 'withdrawn' && (
          <p>
            <DueLine letter={letter} />
          </p>
        )}
        {isWaiting && <p>{awardWords.list.waiting}</p>}
        {value.state === 'prepared' && <ApproveWays row={row} />}
        {value.state === 'approved' && canWrite && !isWaiting && <Onward row={row} />}
        {again && value.letterId !== undefined && (
          <Link className={controls.mainButton} href={prepareDecisionPath(value.letterId)}>
            {words.again}
          </Link>
        )}
        <p className={shared.ways}>
          <Link href={papersOfPath(row.id)}>{words.paper}</Link>
          {value.state === 'approved' && canWrite && !isWaiting && <CancelWay row={row} />}
        </p>
      </div>
      <DecisionList decision={value} />
    </Frame>
  );
}
