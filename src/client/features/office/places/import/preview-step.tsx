/** What the import would do, row by row and in sum; written by one tap, as a whole. */
import { useMemo, useState } from 'react';
import { planImport } from '#domain/import/plan-import.ts';
import {
  obstacleOf,
  openDecisions,
  recordsOf,
  summaryOf,
  type Decision,
  type PlannedRow,
} from '#domain/import/plan.ts';
import { hasErrors } from '#domain/import/rows.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { importWords as words } from '#client/messages/office-import.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../../controls.module.css';
import filters from '../../filters.module.css';
import type { Places } from '../read-places.ts';
import { knownOf } from './known-of.ts';
import styles from './import.module.css';
import { PreviewTable } from './preview-table.tsx';
import { sheetOf, type Draft } from './steps.ts';

type Filter = keyof typeof words.filters;

const passes = (row: PlannedRow, filter: Filter): boolean => {
  switch (filter) {
    case 'all':
      return true;
    case 'errors':
      return hasErrors(row);
    case 'doubtful':
      return row.match === 'doubtful' && !hasErrors(row);
    case 'warnings':
      return row.findings.length > 0;
    case 'added':
      return row.match === 'new' && !hasErrors(row);
    case 'changed':
      return row.match === 'known' && row.update.length > 0;
  }
};
const filterNames: readonly Filter[] = ['all', 'errors', 'doubtful', 'warnings', 'added', 'changed'];
const bulkDecisions: readonly Decision[] = ['skip', 'update', 'add'];

export interface PreviewStepProps {
  draft: Draft;
  places: Places;
  onChange: (draft: Draft) => void;
  onBack: () => void;
  onDone: (batchId: string, records: number) => void;
}

export function PreviewStep({ draft, places, onChange, onBack, onDone }: PreviewStepProps) {
  const workspace = useWorkspace();
  const { kind, headingRow, mapping, facts, choices, fileName } = draft;
  const sheet = sheetOf(draft);
  const campaignId = places.campaign?.id ?? '';
  const plan = useMemo(
    () =>
      planImport(
        { kind, sheet, headingRow, mapping, known: knownOf(places), facts: { ...facts, campaignId } },
        () => workspace.newId(),
      ),
    [kind, sheet, headingRow, mapping, places, facts, campaignId, workspace],
  );
  const summary = useMemo(() => summaryOf(plan, choices), [plan, choices]);
  const [filter, setFilter] = useState<Filter>(summary.errors > 0 ? 'errors' : 'all');
  const rows = useMemo(() => plan.rows.filter((row) => passes(row, filter)), [plan, filter]);
  const counts = useMemo(
    () => new Map(filterNames.map((name) => [name, plan.rows.filter((row) => passes(row, name)).length])),
    [plan],
  );
  const [asked, setAsked] = useState(false);
  const [state, setState] = useState<'ready' | 'writing' | 'failed'>('ready');
  const obstacle = obstacleOf(plan, choices);
  const choose = (over: Partial<Draft['choices']>): void =>
    onChange({ ...draft, choices: { ...choices, ...over } });
  const decide = (row: number, decision: Decision | null): void => {
    const { [row]: _before, ...others } = choices.decisions;
    choose({ decisions: decision === null ? others : { ...others, [row]: decision } });
  };
  const doubtful = plan.rows.filter((row) => passes(row, 'doubtful'));
  const decideAll = (decision: Decision): void =>
    choose({
      decisions: {
        ...choices.decisions,
        ...Object.fromEntries(
          doubtful.flatMap((row) => (openDecisions(row).includes(decision) ? [[row.row, decision]] : [])),
        ),
      },
    });
  const write = async (): Promise<void> => {
    setAsked(true);
    if (obstacle !== null || state === 'writing') return;
    setState('writing');
    const records = recordsOf(plan, choices);
    try {
      const label = fill(words.label, { kind: words.kinds[kind].toLowerCase(), file: fileName });
      onDone(await workspace.putBatch({ label, records }), records.length);
    } catch {
      setState('failed');
    }
  };
  const figure = (count: number): string => formatNumber(count);
  return (
    <div className={styles.form}>
      <p role="status">
        {fill(words.summary, {
          rows: figure(summary.rows),
          added: figure(summary.added),
          changed: figure(summary.changed),
          unchanged: figure(summary.unchanged),
          skipped: figure(summary.skipped),
          errors: figure(summary.errors),
        })}{' '}
        {summary.undecided > 0 && fill(words.undecided, { n: figure(summary.undecided) })}
      </p>
      {plan.newHamlets.length > 0 && (
        <Notice tone="wait">
          <p>
            {fill(words.newHamlets, {
              n: plan.newHamlets.length,
              names: plan.newHamlets.map(({ name }) => name).join(', '),
            })}
          </p>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={choices.addsHamlets}
              onChange={({ target }) => choose({ addsHamlets: target.checked })}
            />
            {fill(words.addHamlets, { n: plan.newHamlets.length })}
          </label>
        </Notice>
      )}
      {summary.errors > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={choices.leavesErrors}
            onChange={({ target }) => choose({ leavesErrors: target.checked })}
          />
          {fill(words.leaveErrors, { n: figure(summary.errors) })}
        </label>
      )}
      {doubtful.length > 0 && (
        <div className={styles.bulk} role="group" aria-label={fill(words.bulk, { n: doubtful.length })}>
          <span>{fill(words.bulk, { n: doubtful.length })}</span>
          {bulkDecisions.map((decision) => (
            <button
              key={decision}
              type="button"
              className={controls.button}
              onClick={() => decideAll(decision)}
            >
              {words.decisions[decision]}
            </button>
          ))}
        </div>
      )}
      <div className={styles.bar}>
        <div className={filters.chips} role="group" aria-label={words.filtersName}>
          {filterNames.map((name) => (
            <button
              key={name}
              type="button"
              className={controls.chip}
              aria-pressed={filter === name}
              onClick={() => setFilter(name)}
            >
              {`${words.filters[name]} (${figure(counts.get(name) ?? 0)})`}
            </button>
          ))}
        </div>
        <div className={styles.ways}>
          <button type="button" className={controls.button} onClick={onBack}>
            {words.steps[1]}
          </button>
          <button type="button" className={controls.mainButton} onClick={() => void write()}>
            {state === 'writing'
              ? words.doing
              : fill(words.do, { n: figure(summary.added + summary.changed) })}
          </button>
        </div>
      </div>
      <div role="status">
        {asked && obstacle !== null && <Notice tone="hand">{words.obstacles[obstacle]}</Notice>}
        {state === 'failed' && <Notice tone="stop">{words.failed}</Notice>}
      </div>
      <PreviewTable kind={kind} rows={rows} choices={choices} onDecide={decide} />
    </div>
  );
}
