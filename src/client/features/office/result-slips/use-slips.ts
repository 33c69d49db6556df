/** Who has a result to be put on paper, of the kind chosen in the address. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { compareNames } from '#domain/vietnamese/name-order.ts';
import type { SubjectKind } from '#domain/criteria.ts';
import { groupsOf, type Group } from '../ranking/groups.ts';
import { groupView } from '../ranking/group-view.ts';
import type { RankingRows } from '../ranking/read-ranking.ts';
import type { DeskSeam } from '../today/office-desk.tsx';
import { slipOf, type ResultSlip } from './slip-of.ts';

const kindParams = { xom: 'hamlet', 'don-vi': 'unit', ho: 'household' } as const;
const paramOf = (kind: SubjectKind): string =>
  Object.entries(kindParams).find(([, each]) => each === kind)?.[0] ?? 'xom';

type SlipSize = 'A4' | 'A5';

export interface SlipChoice {
  kind: SubjectKind;
  /** Of families. */
  hamletId: string;
  size: SlipSize;
}

const NAMES = { kind: 'loai', hamletId: 'xom', size: 'kho' } as const;

export function useSlipChoice(firstHamlet: string): [SlipChoice, (change: Partial<SlipChoice>) => void] {
  const [search, setSearch] = useSearchParams();
  const wanted = Object.entries(kindParams).find(([param]) => param === search.get(NAMES.kind));
  const choose = useCallback(
    (change: Partial<SlipChoice>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (change.kind !== undefined) next.set(NAMES.kind, paramOf(change.kind));
          if (change.hamletId !== undefined) next.set(NAMES.hamletId, change.hamletId);
          if (change.size !== undefined) next.set(NAMES.size, change.size);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [
    {
      kind: wanted?.[1] ?? 'hamlet',
      hamletId: search.get(NAMES.hamletId) ?? firstHamlet,
      size: search.get(NAMES.size) === 'A5' ? 'A5' : 'A4',
    },
    choose,
  ];
}

const isWanted = (group: Group, { kind, hamletId }: SlipChoice): boolean =>
  group.kind === kind && (kind !== 'household' || group.hamletId === hamletId);

export interface Slips {
  slips: readonly ResultSlip[];
  /** Sent and not verified yet. */
  waiting: number;
}

export function useSlips({ desk, claims }: DeskSeam, rows: RankingRows, choice: SlipChoice): Slips {
  const { kind, hamletId } = choice;
  return useMemo(() => {
    const facts = { desk, rows, claims };
    const views = groupsOf(desk)
      .filter((group) => isWanted(group, { kind, hamletId, size: 'A4' }))
      .map((group) => groupView(facts, group));
    const forms = views.flatMap((view) => [...view.forms.values()].map((form) => ({ view, form })));
    const done = forms.filter(({ form }) => form.isVerified && form.sheet.open.length === 0);
    const slips = done.map(({ view, form }) => slipOf(facts, view, form));
    return {
      // Families by given name, the others in the commune's order.
      slips: kind === 'household' ? slips.sort((a, b) => compareNames(a.name, b.name)) : slips,
      waiting: forms.length - done.length,
    };
  }, [desk, claims, rows, kind, hamletId]);
}
