/** Every set, its versions and what is being made. */
import { Link } from 'wouter';
import { criteriaRef } from '#domain/criteria-set.ts';
import type { Campaign } from '#protocol/entities.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { criteriaWords as words } from '#client/messages/office-criteria.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import controls from '../controls.module.css';
import { Explain } from '../help/explain.tsx';
import office from '../office.module.css';
import sheets from '../sheet.module.css';
import { campaignFor } from '../campaign-for.ts';
import { useWhich } from '../which-campaign.tsx';
import { CAMPAIGN_PATH, criteriaPath } from './paths.ts';
import { draftChanges, readCriteria, refIn, type CriteriaRows, type SetFamily } from './read-sets.ts';
import styles from './sets-page.module.css';

interface RowProps {
  rows: CriteriaRows;
  family: SetFamily;
  /** Whose version is in use. */
  campaign: Campaign | undefined;
}

function Row({ rows, family, campaign }: RowProps) {
  const { id, latest, versions, sent } = family;
  const changes = draftChanges(rows, family);
  const used = campaign === undefined ? '' : refIn(campaign, latest);
  return (
    <tr>
      <th scope="row">
        <Link href={criteriaPath(id)} className={styles.setName}>
          {latest.name}
        </Link>
      </th>
      <td>{fill(words.version, { n: used.split('@')[1] ?? '' })}</td>
      <td>
        {[...versions]
          .reverse()
          .map((set) => {
            const count = sent.get(criteriaRef(set)) ?? 0;
            const state = count > 0 ? fill(words.states.locked, { n: count }) : words.states.published;
            return `${fill(words.version, { n: set.version })}: ${state}`;
          })
          .map((line) => (
            <span key={line} className={styles.line}>
              {line}
            </span>
          ))}
      </td>
      <td>{changes === null ? words.noDraft : fill(words.draftState, { n: latest.version + 1, changes })}</td>
      <td>
        <Link href={criteriaPath(id)} className={controls.button}>
          {words.open}
          <span className={office.hidden}>: {latest.name}</span>
        </Link>
      </td>
    </tr>
  );
}

export function SetsPage() {
  const workspace = useWorkspace();
  const rows = useLive(() => readCriteria(workspace), [workspace], ROWS);
  const which = useWhich();
  const campaign = campaignFor(
    (rows?.campaigns ?? []).map(({ value }) => value),
    which,
  );
  const year = campaign?.year ?? 0;
  return (
    <>
      <header className={office.head}>
        <h1>{words.title}</h1>
        <Link href={CAMPAIGN_PATH} className={controls.button}>
          {words.campaignLink}
        </Link>
      </header>
      <main className={office.body} id="noi-dung">
        <Explain text={words.explain} />
        {rows === undefined && <p role="status">{words.loading}</p>}
        {rows?.families.length === 0 && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
        {rows !== undefined && rows.families.length > 0 && (
          <div className={sheets.tablewrap}>
            <table aria-label={words.tableName} className={styles.sets}>
              <thead>
                <tr>
                  <th>{words.columns.name}</th>
                  <th>{fill(words.columns.used, { year })}</th>
                  <th>{words.columns.versions}</th>
                  <th>{words.columns.draft}</th>
                  <th>
                    <span className={office.hidden}>{words.open}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.families.map((family) => (
                  <Row key={family.id} rows={rows} campaign={campaign} family={family} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </main>
    </>
  );
}

const ROWS = ['rows', 'outbox'] as const;
