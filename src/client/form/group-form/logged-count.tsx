/** A count as the log of activities gives it, kind by kind, usable by one tap. */
import { activityKinds } from '#domain/activity-kinds.ts';
import type { Criterion } from '#domain/criteria.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { claimWords } from '#client/messages/claims.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import { useClaimDesk } from './claim-desk.tsx';
import type { FieldValue } from './field-value.ts';
import styles from './claim.module.css';

interface LoggedCountProps {
  criterion: Extract<Criterion, { type: 'count' }>;
  value: FieldValue;
  onUse: (value: FieldValue) => void;
}

export function LoggedCount({ criterion, value, onUse }: LoggedCountProps) {
  const logged = useClaimDesk()?.counts[criterion.id];
  if (logged === undefined || Object.values(logged.byKind).every((n) => n === 0)) return null;
  const { count, byKind } = logged;
  const kinds = activityKinds.flatMap((kind) => {
    const n = byKind[kind] ?? 0;
    if (n === 0) return [];
    const cap = criterion.activities?.caps?.[kind];
    const isCapped = cap !== undefined && n > cap;
    return [
      fill(isCapped ? claimWords.loggedCapped : claimWords.loggedKind, {
        kind: claimWords.loggedKinds[kind],
        n: formatNumber(n),
        cap: formatNumber(cap ?? 0),
      }),
    ];
  });
  return (
    <div className={styles.claim}>
      <div className={styles.head}>
        <p>
          <b>{fill(claimWords.loggedTitle, { count: formatNumber(count), unit: criterion.unit })}</b> (
          {kinds.join('; ')})
        </p>
        {value === count ? (
          <p className="soft">{claimWords.used}</p>
        ) : (
          <Button small onClick={() => onUse(count)}>
            {claimWords.use}
          </Button>
        )}
      </div>
    </div>
  );
}
