/** A household added on the spot: a name is enough. It goes to the commune as a record, like everything else. */
import { useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { listWords } from '#client/messages/households.ts';
import type { HouseholdEntry } from '#client/subject/household-entries.ts';
import { Button } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { HouseholdFields, type HouseholdWords } from './household-fields.tsx';

interface AddHouseholdProps {
  hamletId: string;
  entries: readonly HouseholdEntry[];
  onDone: (householder: string | null) => void;
}

export function AddHousehold({ hamletId, entries, onDone }: AddHouseholdProps) {
  const workspace = useWorkspace();
  const [failed, setFailed] = useState<string | null>(null);

  async function save(words: HouseholdWords): Promise<void> {
    setFailed(null);
    const id = workspace.newId();
    try {
      await workspace.putRecord('household', id, { id, hamletId, ...words }, 0);
      onDone(words.householder);
    } catch {
      // Nothing was written; the name is still in the field.
      setFailed(listWords.saveFailed);
    }
  }

  return (
    <Sheet title={listWords.addTitle}>
      <HouseholdFields others={entries} failed={failed} onSave={(words) => void save(words)}>
        <Button kind="main" wide type="submit">
          {listWords.save}
        </Button>
        <Button wide onClick={() => onDone(null)}>
          {listWords.cancel}
        </Button>
      </HouseholdFields>
    </Sheet>
  );
}
