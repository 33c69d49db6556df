/** "Thử với số thật": sent forms of a campaign scored under two versions, side by side. Nothing is written. */
import { useMemo, useState } from 'react';
import { compareScores, type Comparison } from '#domain/criteria-edit/compare-scores.ts';
import { filledSet } from '#domain/criteria-edit/filled-set.ts';
import type { DraftSet } from '#domain/criteria-edit/draft.ts';
import { criteriaOf, criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords } from '#client/messages/office-criteria.ts';
import { SelectField } from '#client/ui/select-field.tsx';
import sheets from '../sheet.module.css';
import { formsOf } from './read-forms.ts';
import type { CriteriaRows, SetFamily } from './read-sets.ts';
import type { DraftDesk } from './use-draft.ts';
import { campaignFor } from '../campaign-for.ts';
import { useWhich } from '../which-campaign.tsx';
import styles from './criteria.module.css';

const words = criteriaWords.trial;
const SHOWN = 120;
const DRAFT = 'draft';
const ROWS = ['rows'] as const;

interface TrialProps {
  rows: CriteriaRows;
  family: SetFamily;
  desk: DraftDesk;
}

const versionOf = ({ versions }: SetFamily, draft: DraftSet, ref: string): CriteriaSet | null =>
  ref === DRAFT ? filledSet(draft) : (versions.find((set) => criteriaRef(set) === ref) ?? null);

export function Trial({ rows, family, desk }: TrialProps) {
  const workspace = useWorkspace();
  const campaigns = [...rows.campaigns].sort((a, b) => b.value.year - a.value.year);
  const which = useWhich();
  const [campaignId, setCampaignId] = useState(
    () =>
      campaignFor(
        campaigns.map(({ value }) => value),
        which,
      )?.id ?? '',
  );
  const [before, setBefore] = useState(criteriaRef(family.latest));
  const [after, setAfter] = useState(DRAFT);
  const [hamletId, setHamletId] = useState<string | null>(null);
  const { subjectKind, sector } = family.latest;
  const live = useLive(
    () => formsOf(workspace, { campaignId, subjectKind, ...(sector !== undefined && { sector }) }),
    [workspace, campaignId, subjectKind, sector],
    ROWS,
  );
  const [was, is] = [versionOf(family, desk.draft, before), versionOf(family, desk.draft, after)];
  const compared = useMemo(
    () => (live === undefined || was === null || is === null ? [] : compareScores(live.forms, was, is)),
    // The draft is read anew with every change; its versions are told apart by it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [live, before, after, desk.draft],
  );
  const shown = compared.filter(({ group }) => hamletId === null || group === hamletId);
  const codes = new Map(
    [...(was ? criteriaOf(was) : []), ...(is ? criteriaOf(is) : [])].map(({ id, code }) => [id, code]),
  );
  const versions = [
    ...family.versions.map((set) => ({
      value: criteriaRef(set),
      label: fill(criteriaWords.version, { n: set.version }),
    })),
    { value: DRAFT, label: fill(words.draft, { n: desk.draft.version }) },
  ];
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          label={words.campaign}
          none={criteriaWords.choose}
          options={campaigns.map(({ id, value }) => ({ value: id, label: String(value.year) }))}
          value={campaignId}
          onChange={(value) => value !== null && setCampaignId(value)}
        />
        {subjectKind === 'household' && live !== undefined && (
          <SelectField
            label={words.hamlet}
            none={criteriaWords.trial.allHamlets}
            options={live.hamlets.map(({ id, name }) => ({ value: id, label: name }))}
            value={hamletId}
            onChange={setHamletId}
          />
        )}
      </div>
      <div className={styles.pair}>
        <SelectField
          label={words.before}
          none={criteriaWords.choose}
          options={versions}
          value={before}
          onChange={(value) => value !== null && setBefore(value)}
        />
        <SelectField
          label={words.after}
          none={criteriaWords.choose}
          options={versions}
          value={after}
          onChange={(value) => value !== null && setAfter(value)}
        />
      </div>
      {(was === null || is === null) && <p role="status">{words.broken}</p>}
      {live !== undefined && live.forms.length === 0 && <p role="status">{words.noForms}</p>}
      {compared.length > 0 && (
        <p role="status">
          <b>
            {fill(words.sum, {
              all: compared.length,
              changed: compared.filter(isChanged).length,
              ranked: compared.filter((each) => each.before.rank !== each.after.rank).length,
            })}
          </b>
        </p>
      )}
      {shown.length > 0 && (
        <Table
          rows={[...shown].sort(byWeight).slice(0, SHOWN)}
          codes={codes}
          before={versions.find(({ value }) => value === before)?.label ?? ''}
          after={versions.find(({ value }) => value === after)?.label ?? ''}
        />
      )}
      {shown.length > SHOWN && <p>{fill(words.more, { n: shown.length - SHOWN })}</p>}
      <p className={styles.note}>{words.note}</p>
    </>
  );
}

const isChanged = ({ before, after }: Comparison): boolean => before.points !== after.points;
/** What moves most comes first. */
const byWeight = (a: Comparison, b: Comparison): number =>
  Math.abs(b.after.points - b.before.points) - Math.abs(a.after.points - a.before.points) ||
  a.after.rank - b.after.rank;

interface TableProps {
  rows: readonly Comparison[];
  codes: ReadonlyMap<string, string>;
  before: string;
  after: string;
}

function Table({ rows, codes, before, after }: TableProps) {
  const cell = ({ points, rank }: Comparison['before'], isNew: boolean) => {
    const text = formatPoints(points);
    return (
      <td className={sheets.right}>
        {isNew ? <b>{text}</b> : text}
        <span className={sheets.why}>{fill(words.rank, { n: rank })}</span>
      </td>
    );
  };
  return (
    // A table wider than the pane is scrolled, also by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={words.tableName} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th className={sheets.right}>{before}</th>
            <th className={sheets.right}>{after}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.subjectId}>
              <th scope="row">
                {row.name}
                {row.criteria.length > 0 && (
                  <span className={sheets.why}>
                    {fill(words.criteria, {
                      codes: row.criteria.map((id) => codes.get(id) ?? id).join(', '),
                    })}
                  </span>
                )}
              </th>
              {cell(row.before, false)}
              {cell(row.after, isChanged(row))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
