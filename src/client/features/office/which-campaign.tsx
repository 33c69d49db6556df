/**
 * Which campaign the office looks at: the one people fill in now, or an earlier one a person chose in the rail. Every
 * screen asks here. The choice stands in the address (`?dot=…`), so that a link or a reload leads back to it.
 */
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { dayOf } from '#domain/day.ts';
import { currentCampaign } from '#protocol/current-campaign.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { useNow } from '#client/subject/use-now.ts';
import type { Which } from './campaign-for.ts';

interface Choice extends Which {
  choose: (id: string | null) => void;
}

const NAME = 'dot';
const META = ['meta'] as const;
const ROWS = ['rows'] as const;

const ChoiceContext = createContext<Choice | undefined>(undefined);

const withChoice = (search: string, id: string | null): string => {
  const params = new URLSearchParams(search);
  if (id === null) params.delete(NAME);
  else params.set(NAME, id);
  const written = params.toString();
  return written === '' ? '' : `?${written}`;
};

/** Screens write addresses of their own; the choice is put back into each. */
function useChosen(): [string | null, (id: string | null) => void] {
  const search = useSearch();
  const [at, navigate] = useLocation();
  const named = new URLSearchParams(search).get(NAME);
  const [chosen, setChosen] = useState(named);
  const [last, setLast] = useState(named);
  // A link or the back button that names one chooses it; one that names none leaves the choice as it is.
  if (named !== last) {
    setLast(named);
    if (named !== null) setChosen(named);
  }
  useEffect(() => {
    if (chosen !== named) navigate(`${at}${withChoice(search, chosen)}`, { replace: true });
  }, [chosen, named, at, search, navigate]);
  return [chosen, setChosen];
}

export function CampaignChoice({ children }: { children: ReactNode }) {
  const workspace = useWorkspace();
  const [chosen, setChosen] = useChosen();
  const off = useLive(async () => (await workspace.syncState()).clockOff, [workspace], META) ?? 0;
  const day = dayOf(useNow() + off);
  const running = useLive(
    async () => {
      const campaigns = (await workspace.rows('campaign')).map(({ value }) => value);
      return currentCampaign(campaigns, day)?.id;
    },
    [workspace, day],
    ROWS,
  );
  const choose = useCallback(
    // The one that runs is no choice: next year's takes its place by itself.
    (id: string | null) => setChosen(id === running ? null : id),
    [setChosen, running],
  );
  const choice = useMemo(() => ({ chosen, day, choose }), [chosen, day, choose]);
  return <ChoiceContext value={choice}>{children}</ChoiceContext>;
}

/** A screen shown by itself looks at the campaign that runs. */
export function useWhich(): Choice {
  const choice = useContext(ChoiceContext);
  const now = useNow();
  return useMemo(() => choice ?? { chosen: null, day: dayOf(now), choose: () => undefined }, [choice, now]);
}
