/** "Dùng số này": one tap takes a figure over into the answer, or says that it stands there already. */
import type { Criterion } from '#domain/criteria.ts';
import { claimWords } from '#client/messages/claims.ts';
import { Button } from '#client/ui/button.tsx';
import { isDivided, type FieldValue } from './field-value.ts';

interface UseFigureProps {
  criterion: Criterion;
  value: FieldValue;
  figure: { n: number; d: number };
  onUse: (value: FieldValue) => void;
}

export function UseFigure({ criterion, value, figure: { n, d }, onUse }: UseFigureProps) {
  const divided = isDivided(criterion);
  const isUsed =
    typeof value === 'object' &&
    'n' in value &&
    value.n === n &&
    (!divided || ('d' in value && value.d === d));
  if (isUsed) return <p className="soft">{claimWords.used}</p>;
  return (
    <Button small onClick={() => onUse(divided ? { n, d } : { n })}>
      {claimWords.use}
    </Button>
  );
}
