/** The way to a number that is asked once, in another group, and is still missing here. */
import type { Criterion } from '#domain/criteria.ts';
import { fill } from '#client/messages/fill.ts';
import { groupWords } from '#client/messages/hamlet.ts';
import { LinkButton } from '#client/ui/button.tsx';
import { placeOf, writePlace } from './place.ts';
import { useSheet } from './sheet-context.tsx';

export function SharedLink({ criterion }: { criterion: Criterion }) {
  const { set } = useSheet();
  if (criterion.sharedQuestion === undefined) return null;
  const [asked, here] = [placeOf(set, criterion.sharedQuestion), placeOf(set, criterion.id)];
  if (asked.kind !== 'group' || here.kind !== 'group' || asked.code === here.code) return null;
  return (
    <LinkButton small wide href={writePlace(asked)}>
      {fill(groupWords.sharedElsewhere, { group: asked.code })}
    </LinkButton>
  );
}
