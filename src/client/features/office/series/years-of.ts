/** The campaigns of a series as years to be compared: forms in force of hamlets or units, and figures written by hand. Pure. */
import { officerSheet, pointsOf } from '#domain/review/officer-sheet.ts';
import type { YearForm, YearForms } from '#domain/series/compare-years.ts';
import { seriesCampaigns } from '#domain/series/series.ts';
import type { CampaignSeries } from '#protocol/paper-records.ts';
import type { PriorResult } from '#protocol/ranking-records.ts';
import { deskOf, type SubjectStanding } from '../today/desk.ts';
import type { DeskRows } from '../today/desk-rows.ts';
import { givenIn } from '../today/given.ts';

export type ComparedKind = 'hamlet' | 'unit';

export interface Year {
  year: number;
  forms: YearForms;
}

export interface YearsFrom {
  rows: DeskRows;
  series: CampaignSeries | undefined;
  priors: readonly PriorResult[];
  kind: ComparedKind;
  /** YYYY-MM-DD. */
  day: string;
}

const groupOf = ({ kind, unit }: SubjectStanding): string =>
  kind === 'hamlet' ? 'hamlet' : `unit:${unit?.sector ?? 'KH'}`;

function formOf(standing: SubjectStanding): YearForm[] {
  const { submission, set, stage, scores, id } = standing;
  if (submission === undefined || set === undefined || stage === 'withdrawn') return [];
  const isOver = stage === 'verified' || stage === 'final';
  return [
    {
      subjectId: id,
      group: groupOf(standing),
      set,
      answers: submission.snapshot,
      verified: isOver ? pointsOf(officerSheet(set, submission.snapshot, givenIn(scores).settled)) : null,
    },
  ];
}

/** Oldest first; a year of which only figures written by hand are known is one too. */
export function yearsOf({ rows, series, priors, kind, day }: YearsFrom): Year[] {
  const campaigns = seriesCampaigns(rows.campaign, series);
  const groups = new Map<string, string>();
  const kept = campaigns.map((campaign): Year => {
    const desk = deskOf(rows, { chosen: campaign.id, day });
    const standings = kind === 'hamlet' ? desk.hamlets : desk.units;
    for (const standing of standings) groups.set(standing.id, groupOf(standing));
    return { year: campaign.year, forms: { campaignId: campaign.id, forms: standings.flatMap(formOf) } };
  });
  const ofKind = priors.filter(({ subjectKind }) => subjectKind === kind);
  const years = [...new Set([...kept.map(({ year }) => year), ...ofKind.map(({ year }) => year)])].sort(
    (a, b) => a - b,
  );
  return years.flatMap((year): Year[] => {
    const own = kept.filter((each) => each.year === year);
    const written = new Map(
      ofKind.flatMap((prior) => {
        const group = groups.get(prior.subjectId);
        return prior.year === year && group !== undefined
          ? [[prior.subjectId, { normalised: prior.normalised, group }] as const]
          : [];
      }),
    );
    if (own.length === 0)
      return written.size === 0 ? [] : [{ year, forms: { campaignId: '', forms: [], priors: written } }];
    return own.map((each) => ({ ...each, forms: { ...each.forms, priors: written } }));
  });
}
