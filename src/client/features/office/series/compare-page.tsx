/** Years beside each other: by each year's own result, or all of them under one version of the criteria. */
import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { compareYears } from '#domain/series/compare-years.ts';
import { fill } from '#client/messages/fill.ts';
import { officeProgress } from '#client/messages/office-progress.ts';
import { seriesWords as words } from '#client/messages/office-series.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { SelectField } from '#client/ui/select-field.tsx';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import { takeTable } from '../report/take-table.ts';
import type { DeskSeam } from '../today/office-desk.tsx';
import { useWhich } from '../which-campaign.tsx';
import { AverageBox } from './average-box.tsx';
import type { SeriesRows } from './read-series.ts';
import { SeriesLine } from './series-line.tsx';
import styles from './series.module.css';
import { SubjectBox } from './subject-box.tsx';
import { seriesTable, type Compared } from './series-table.ts';
import { yearsOf, type ComparedKind } from './years-of.ts';

interface CompareProps {
  seam: DeskSeam;
  read: SeriesRows;
}

const sectorNames: Readonly<Record<string, string>> = officeProgress.sectors.names;
export const groupName = (group: string): string =>
  group === 'hamlet' ? words.groups.hamlet : (sectorNames[group.replace('unit:', '')] ?? group);

/** Versions forms of this kind were filled in under, newest first. */
function versionsOf(sets: readonly CriteriaSet[]): CriteriaSet[] {
  const byRef = new Map(sets.map((set) => [criteriaRef(set), set]));
  return [...byRef.values()].sort((a, b) => b.version - a.version || (a.name < b.name ? -1 : 1));
}

export function ComparePage({ seam, read }: CompareProps) {
  const { day } = useWhich();
  const [kind, setKind] = useState<ComparedKind>('hamlet');
  const [ref, setRef] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { rows } = seam.desk;
  const { priors, series: all } = read;
  const series = all.find(({ value }) => value.campaigns.includes(seam.desk.campaign?.id ?? ''));
  const years = useMemo(
    () => yearsOf({ rows, series: series?.value, priors, kind, day }),
    [rows, series, priors, kind, day],
  );
  const versions = useMemo(
    () => versionsOf(years.flatMap(({ forms }) => forms.forms.map(({ set }) => set))),
    [years],
  );
  const version = versions.find((set) => criteriaRef(set) === ref) ?? null;
  const compared = useMemo((): Compared => {
    const table = compareYears(
      years.map(({ forms }) => forms),
      version,
    );
    return { years: years.map(({ year }) => year), table };
  }, [years, version]);
  const names = useMemo(() => {
    const hamlets = new Map(rows.hamlet.map((hamlet) => [hamlet.id, hamlet]));
    const units = new Map(rows.unit.map((unit) => [unit.id, unit]));
    return (id: string): { name: string; into?: string } => {
      const found = hamlets.get(id) ?? units.get(id);
      const into = hamlets.get(found?.mergedInto ?? '') ?? units.get(found?.mergedInto ?? '');
      return { name: found?.name ?? '', ...(into && { into: into.name }) };
    };
  }, [rows]);
  const lens =
    version === null ? words.ownHow : fill(words.versionHow, { name: version.name, n: version.version });
  const take = async (): Promise<void> => {
    const name = await takeTable(seriesTable(compared, names, lens), words.title, 'xlsx');
    setSaid(name === null ? words.exportFailed : fill(words.exported, { name }));
  };
  return (
    <div className={shared.stack}>
      <SeriesLine seam={seam} row={series} />
      <div className={`${shared.ways} ${styles.choices}`}>
        <div className={shared.ways} role="group" aria-label={words.kindsName}>
          {(['hamlet', 'unit'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className={controls.chip}
              aria-pressed={kind === each}
              onClick={() => setKind(each)}
            >
              {words.kinds[each]}
            </button>
          ))}
        </div>
        <div className={styles.version}>
          <SelectField
            label={words.version}
            none={words.own}
            options={versions.map((set) => ({
              value: criteriaRef(set),
              label: fill(words.ofVersion, { name: set.name, n: set.version }),
            }))}
            value={version === null ? null : ref}
            onChange={setRef}
          />
        </div>
        <button
          type="button"
          className={controls.button}
          disabled={compared.table.subjects.length === 0}
          onClick={() => void take()}
        >
          {words.export}
        </button>
        <button type="button" className={controls.chip} onClick={() => window.print()}>
          <Printer className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
          {words.print}
        </button>
      </div>
      <p role="status">{said}</p>
      <p className={shared.soft}>{lens}</p>
      {compared.table.subjects.length === 0 ? (
        <EmptyState title={words.nobody} />
      ) : (
        <>
          {compared.years.length < 2 && <EmptyState title={words.oneYear}>{words.oneYearText}</EmptyState>}
          <AverageBox compared={compared} groupName={groupName} />
          <SubjectBox compared={compared} nameOf={names} />
        </>
      )}
    </div>
  );
}
