/** A householder's name and number, as a head types them: for a new household and for one already there. */
import { useState, type ReactNode } from 'react';
import { searchKey } from '#domain/vietnamese/search-key.ts';
import { fill } from '#client/messages/fill.ts';
import { listWords } from '#client/messages/households.ts';
import type { HouseholdEntry } from '#client/subject/household-entries.ts';
import { Notice } from '#client/ui/notice.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import styles from './households.module.css';

export interface HouseholdWords {
  householder: string;
  /** Absent: none is known. */
  phone?: string;
}

interface HouseholdFieldsProps {
  first?: HouseholdWords;
  /** Whom the name is held against: another of the same name is said, and may still be saved. */
  others: readonly HouseholdEntry[];
  failed: string | null;
  onSave: (words: HouseholdWords) => void;
  /** The buttons; the main one submits. */
  children: ReactNode;
}

const NAME_MAX = 200;
const single = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Digits only, +84 as 0; null when it is no number people dial (`domain.md` §6.4: mobile, landline, short). */
export function readPhone(typed: string): string | null {
  const digits = typed.replaceAll(/[\s.()-]/g, '').replace(/^\+84/, '0');
  return /^\d{8,12}$/.test(digits) ? digits : null;
}

export function HouseholdFields({ first, others, failed, onSave, children }: HouseholdFieldsProps) {
  const [name, setName] = useState(first?.householder ?? '');
  const [phone, setPhone] = useState(first?.phone ?? '');
  const [asked, setAsked] = useState(false);
  const householder = single(name);
  const dialled = phone.trim() === '' ? undefined : readPhone(phone);
  const twin = others.find(({ household }) => searchKey(household.householder) === searchKey(householder));
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (householder === '' || dialled === null) return;
        onSave({ householder, ...(dialled !== undefined && { phone: dialled }) });
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
      {failed !== null && <Notice tone="hand">{failed}</Notice>}
      {children}
    </form>
  );
}
