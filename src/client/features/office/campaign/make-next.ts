/** Next year's campaign as one batch: the campaign and its deadlines. Subjects stay; their forms are opened by the commune. */
import { criteriaOf, criteriaRef } from '#domain/criteria-set.ts';
import type { CriteriaSet } from '#domain/criteria.ts';
import { cutoffLater, yearInText, yearsLater } from '#domain/next-year.ts';
import type { Campaign, Deadline } from '#protocol/entities.ts';
import type { BatchRecord } from '#client/workspace.ts';

export interface NextCampaign {
  campaign: Campaign;
  deadlines: Deadline[];
}

/** The same with the newest published version of every set, or as they are. */
function setsOf({ criteriaSets }: Campaign, newest: (ref: string) => string): Campaign['criteriaSets'] {
  return {
    household: newest(criteriaSets.household),
    hamlet: newest(criteriaSets.hamlet),
    unit: {
      CQ: newest(criteriaSets.unit.CQ),
      DT: newest(criteriaSets.unit.DT),
      TH: newest(criteriaSets.unit.TH),
      YT: newest(criteriaSets.unit.YT),
      DN: newest(criteriaSets.unit.DN),
      KH: newest(criteriaSets.unit.KH),
    },
  };
}

export const newestOf =
  (sets: readonly CriteriaSet[]) =>
  (ref: string): string => {
    const id = ref.split('@')[0] ?? '';
    const versions = sets.filter((set) => set.id === id).sort((a, b) => b.version - a.version);
    const [latest] = versions;
    return latest === undefined ? ref : criteriaRef(latest);
  };

interface NextParts {
  campaign: Campaign;
  deadlines: readonly Deadline[];
  /** YYYY-MM-DD. */
  beginsOn: string;
  /** Which version a reference becomes. */
  version: (ref: string) => string;
  newId: () => string;
}

export function nextCampaign({ campaign, deadlines, beginsOn, version, newId }: NextParts): NextCampaign {
  const year = campaign.year + 1;
  const moved = (text: string): string => yearInText(text, campaign.year, year);
  const { planNumber: _number, planDate: _date, ...kept } = campaign;
  const id = newId();
  return {
    campaign: {
      ...kept,
      id,
      year,
      title: moved(kept.title),
      shortTitle: moved(kept.shortTitle),
      theme: moved(kept.theme),
      beginsOn,
      eraseAfter: yearsLater(kept.eraseAfter, 1),
      criteriaSets: setsOf(campaign, version),
    },
    deadlines: deadlines.map((deadline) => ({
      ...deadline,
      id: newId(),
      campaignId: id,
      phrase: moved(deadline.phrase),
      cutoffAt: cutoffLater(deadline.cutoffAt, 1),
    })),
  };
}

export const recordsOf = ({ campaign, deadlines }: NextCampaign): BatchRecord[] => [
  { entity: 'campaign', id: campaign.id, value: campaign, baseRev: 0 },
  ...deadlines.map((value): BatchRecord => ({ entity: 'deadline', id: value.id, value, baseRev: 0 })),
];

/** Codes of the hamlets' criteria that count a question the families are not asked in these versions. */
export function brokenRollups(hamlet: CriteriaSet | undefined, household: CriteriaSet | undefined): string[] {
  if (hamlet === undefined || household === undefined) return [];
  const asked = new Set(criteriaOf(household).map(({ id }) => id));
  return criteriaOf(hamlet).flatMap(({ code, rollup }) => {
    if (rollup === undefined) return [];
    const items = [
      ...(rollup.num.op === 'countForms' ? [] : [rollup.num.item]),
      ...(rollup.den === 'hamlet.households' ? [] : [rollup.den.item]),
    ];
    return items.every((item) => asked.has(item)) ? [] : [code];
  });
}
