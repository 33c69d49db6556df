/**
 * The culture officer's work begins at the examples. The app opens every office at Hôm nay; from there this leads on,
 * once, and whoever goes to Hôm nay by the rail, or loads it again, stays there.
 */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { EXEMPLARS_PATH } from './exemplars/paths.ts';
import { TODAY_PATH } from './paths.ts';

const wasLoadedAgain = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');

export function useOwnHome(): void {
  const { role } = useWorkspace().profile;
  const [at, navigate] = useLocation();
  const [leadsOn] = useState(() => role === 'cultureOfficer' && at === TODAY_PATH && !wasLoadedAgain());
  useEffect(() => {
    if (leadsOn) navigate(EXEMPLARS_PATH, { replace: true });
  }, [leadsOn, navigate]);
}
