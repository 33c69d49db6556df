/** Whom a visit goes to: a hamlet, a unit, or a family found through its hamlet. */
import { useState } from 'react';
import type { SubjectKind } from '#domain/criteria.ts';
import { trustWords } from '#client/messages/office-trust.ts';
import { SelectField } from '#client/ui/select-field.tsx';
import type { TrustSeam } from './trust-frame.tsx';
import styles from './trust.module.css';

const words = trustWords.visits;
const kinds = ['hamlet', 'household', 'unit'] as const;

interface SubjectPickerProps {
  seam: TrustSeam;
  kind: SubjectKind;
  subjectId: string;
  error: string | undefined;
  onChange: (kind: SubjectKind, subjectId: string) => void;
}

const byName = new Intl.Collator('vi', { numeric: true });

export function SubjectPicker({
  seam: { desk, subjects },
  kind,
  subjectId,
  error,
  onChange,
}: SubjectPickerProps) {
  const [hamletId, setHamletId] = useState(() => subjects.hamletOf(kind, subjectId));
  const hamlets = desk.hamlets.map(({ id, name }) => ({ value: id, label: name }));
  const families = (): { value: string; label: string }[] =>
    [...desk.households.values()]
      .filter((household) => household.hamletId === hamletId)
      .map(({ id, householder, code }) => ({
        value: id,
        label: code ? `${householder} (${code})` : householder,
      }))
      .sort((a, b) => byName.compare(a.label, b.label));
  const options =
    kind === 'hamlet'
      ? hamlets
      : kind === 'unit'
        ? desk.units.map(({ id, name }) => ({ value: id, label: name }))
        : families();
  return (
    <div className={styles.pairOfFields}>
      <SelectField
        label={words.kind}
        none={trustWords.kinds.hamlet}
        options={kinds.slice(1).map((value) => ({ value, label: trustWords.kinds[value] }))}
        value={kind === 'hamlet' ? null : kind}
        onChange={(value) => onChange(kinds.find((each) => each === value) ?? 'hamlet', '')}
      />
      {kind === 'household' && (
        <SelectField
          label={words.hamlet}
          none={words.choose}
          options={hamlets}
          value={hamletId === '' ? null : hamletId}
          onChange={(value) => {
            setHamletId(value ?? '');
            onChange(kind, '');
          }}
        />
      )}
      <SelectField
        label={words[kind]}
        none={words.choose}
        options={options}
        value={subjectId === '' ? null : subjectId}
        error={error}
        onChange={(value) => onChange(kind, value ?? '')}
      />
    </div>
  );
}
