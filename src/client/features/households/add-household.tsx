/** A household added on the spot: a name is enough. It goes to the commune as a record, like everything else. */
import { useState } from 'react';
import { searchKey } from '#domain/vietnamese/search-key.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { listWords } from '#client/messages/households.ts';
import type { HouseholdEntry } from '#client/subject/household-entries.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import styles from './households.module.css';

interface AddHouseholdProps {
  hamletId: string;
  entries: readonly HouseholdEntry[];
  onDone: (householder: string | null) => void;
}

const NAME_MAX = 200;
const single = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Digits only, +84 as 0; null when it is no number people dial (`domain.md` §6.4: mobile, landline, short). */
export function readPhone(typed: string): string | null {
  const digits = typed.replaceAll(/[\s.()-]/g, '').replace(/^\+84/, '0');
  return /^\d{8,12}$/.test(digits) ? digits : null;
}

export function AddHousehold({ hamletId, entries, onDone }: AddHouseholdProps) {
  const workspace = useWorkspace();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const householder = single(name);
  const dialled = phone.trim() === '' ? undefined : readPhone(phone);
  const twin = entries.find(({ household }) => searchKey(household.householder) === searchKey(householder));

  async function save(): Promise<void> {
    setAsked(true);
    setFailed(false);
    if (householder === '' || dialled === null) return;
    const id = workspace.newId();
    try {
      await workspace.putRecord(
        'household',
        id,
        { id, hamletId, householder, ...(dialled !== undefined && { phone: dialled }) },
        0,
      );
      onDone(householder);
    } catch {
      // Nothing was written; the name is still in the field.
      setFailed(true);
    }
  }

  return (
    <Sheet title={listWords.addTitle}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={listWords.householder}
          value={name}
          onChange={setName}
          maxLength={NAME_MAX}
          autoComplete="off"
          error={asked && householder === '' ? listWords.householderNeeded : undefined}
        />
        {householder !== '' && twin && (
          <Notice tone="wait">{fill(listWords.same, { name: twin.household.householder })}</Notice>
        )}
        <TextField
          label={listWords.phone}
          help={listWords.phoneHelp}
          value={phone}
          onChange={setPhone}
          inputMode="tel"
          autoComplete="off"
          error={asked && dialled === null ? listWords.phoneOdd : undefined}
        />
        {failed && <Notice tone="hand">{listWords.saveFailed}</Notice>}
        <Button kind="main" wide type="submit">
          {listWords.save}
        </Button>
        <Button wide onClick={() => onDone(null)}>
          {listWords.cancel}
        </Button>
      </form>
    </Sheet>
  );
}
