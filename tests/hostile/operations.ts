/** Operation texts, most of them canonical, bent from good ones. */
import fc from 'fast-check';
import { canon } from '#protocol/canon.ts';
import { operationKinds } from '#protocol/operation.ts';
import { greedyKeys, nastyText, nastyValue, tidyNastyValue } from './nasty.ts';

/** `good(seed)` makes the operation that is bent; the same seed, the same target and kind. */
export const hostileOperation = (good: (seed: number) => Record<string, unknown>): fc.Arbitrary<string> => {
  const seed = fc.nat();
  const someValue = fc.oneof({ weight: 5, arbitrary: tidyNastyValue }, { weight: 1, arbitrary: nastyValue });
  const spoiltHead = fc
    .tuple(
      seed,
      fc.constantFrom('v', 'opId', 'salt', 'by', 'claimedAt', 'clockOff', 'kind', 'args'),
      someValue,
    )
    .map(([of, key, value]) => ({ ...good(of), [key]: value }));
  const spoiltArgs = fc
    .tuple(
      seed,
      fc.oneof(
        fc.constantFrom(
          'assessmentId',
          'criteriaSet',
          'snapshot',
          'bases',
          'photos',
          'selfScore',
          'text',
          'entity',
          'value',
          'baseRev',
        ),
        fc.constantFrom(...greedyKeys),
      ),
      someValue,
    )
    .map(([of, key, value]) => {
      const operation = good(of);
      const args = operation['args'];
      return { ...operation, args: { ...(typeof args === 'object' ? args : {}), [key]: value } };
    });
  const otherKind = fc
    .tuple(
      seed,
      fc.oneof(fc.constantFrom(...operationKinds), nastyText),
      fc.dictionary(fc.string(), someValue, { maxKeys: 4 }),
    )
    .map(([of, kind, args]) => ({ ...good(of), kind, args }));
  return fc
    .oneof(spoiltHead, spoiltArgs, otherKind, fc.dictionary(nastyText, someValue, { maxKeys: 5 }))
    .map((value) => {
      try {
        return canon(value);
      } catch {
        // What canonical JSON cannot say goes as it is: it must be refused as such.
        return JSON.stringify(value) ?? '';
      }
    });
};
