/** Another name or number for a household; whoever else has the same name is said, never in the way. */
import { cardWords } from '#client/messages/households.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { CardScreen } from './card-screen.tsx';
import { HouseholdFields } from './household-fields.tsx';
import { cardPath } from './paths.ts';
import type { CardRows } from './read-card.ts';
import { useChange } from './use-change.ts';

function Fields({ rows: { household, rev, entries } }: { rows: CardRows }) {
  const back = cardPath(household.id);
  const { failed, write } = useChange(back);
  const { householder, phone: known, ...rest } = household;
  return (
    <HouseholdFields
      first={{ householder, ...(known !== undefined && { phone: known }) }}
      others={entries}
      failed={failed}
      onSave={(words) => void write({ ...rest, ...words }, rev)}
    >
      <Button kind="main" wide type="submit">
        {cardWords.saveEdit}
      </Button>
      <LinkButton wide href={back}>
        {cardWords.back}
      </LinkButton>
    </HouseholdFields>
  );
}

export function EditHousehold({ id }: { id: string }) {
  return (
    <CardScreen id={id} title={cardWords.editTitle} back={cardPath(id)}>
      {(rows) => <Fields rows={rows} />}
    </CardScreen>
  );
}
