/** Beside the table: why a span, ties, freezes, knock-outs and last year's results. */
import { fill } from '#client/messages/fill.ts';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import { formatDate } from '#domain/vietnamese/format.ts';
import type { StoredRow } from '#client/db/model.ts';
import type { RankingFreeze } from '#protocol/ranking-records.ts';
import controls from '../controls.module.css';
import sheets from '../sheet.module.css';
import { cx } from '#client/ui/cx.ts';
import type { Desk } from '../today/desk.ts';
import { FreezeList } from './freeze-list.tsx';
import type { GroupView } from './group-view.ts';
import { KnockOuts } from './knock-outs.tsx';
import { newFrom } from './prior-facts.ts';
import { TieCard } from './tie-card.tsx';
import type { PriorEntry } from './prior-form.tsx';
import type { PriorChange } from './use-ranking-acts.ts';
import styles from './ranking.module.css';

interface RankingSideProps {
  view: GroupView;
  desk: Desk;
  canWrite: boolean;
  nameOf: (subjectId: string) => string;
  priors: readonly PriorEntry[];
  year: number;
  lastYear: RankingFreeze | undefined;
  /** Freezes the commune has not answered for. */
  waiting: ReadonlySet<string>;
  onDecide: (subjectIds: readonly string[]) => void;
  onRemoveDecision: (decisionId: string) => void;
  onKnockOut: () => void;
  onEndKnockOut: (row: StoredRow<'knockOut'>, name: string) => void;
  onPriors: () => void;
  onTakePriors: (changed: readonly PriorChange[], source: string) => void;
}

function PriorCard({ view, priors, year, lastYear, canWrite, onPriors, onTakePriors }: RankingSideProps) {
  const known = priors.filter(({ prior }) => prior !== null).length;
  const fresh = lastYear ? newFrom(lastYear, priors) : [];
  return (
    <section className={sheets.sheet}>
      <h2>{fill(words.prior.title, { year })}</h2>
      <p>
        {fill(words.prior.have, { year, n: known, all: priors.length, what: words.kinds[view.group.kind] })}
      </p>
      <p className={sheets.note}>{words.prior.why}</p>
      {canWrite && lastYear && fresh.length > 0 && (
        <button
          type="button"
          className={controls.button}
          onClick={() =>
            onTakePriors(fresh, fill(words.prior.frozenSource, { date: formatDate(lastYear.frozenAt) }))
          }
        >
          {fill(words.prior.fromFreeze, { year })}
        </button>
      )}
      {canWrite && (
        <button type="button" className={controls.button} onClick={onPriors}>
          {fill(words.prior.edit, { year })}
        </button>
      )}
    </section>
  );
}

export function RankingSide(props: RankingSideProps) {
  const { view, desk, canWrite, nameOf, onDecide, onRemoveDecision, onKnockOut, onEndKnockOut, waiting } =
    props;
  const isOpen = [...view.forms.values()].some(({ sheet }) => sheet.open.length > 0);
  return (
    <div className={sheets.side}>
      {isOpen && (
        <section className={cx(sheets.sheet, styles.screenOnly)}>
          <h2>{words.whySpan.title}</h2>
          <p>{words.whySpan.text}</p>
        </section>
      )}
      {view.ranking.ties.map((tie) => (
        <TieCard
          key={tie.normalised}
          tie={tie}
          view={view}
          canWrite={canWrite}
          onDecide={onDecide}
          onRemove={onRemoveDecision}
        />
      ))}
      <div className={cx(sheets.side, styles.screenOnly)}>
        <FreezeList
          what={words.kinds[view.group.kind]}
          freezes={view.freezes.map(({ value }) => value)}
          waiting={waiting}
          notTaken={view.notTaken}
          sets={desk.sets}
          nameOf={nameOf}
        />
        <KnockOuts view={view} canWrite={canWrite} onAdd={onKnockOut} onEnd={onEndKnockOut} />
        {props.priors.length > 0 && <PriorCard {...props} />}
      </div>
    </div>
  );
}
