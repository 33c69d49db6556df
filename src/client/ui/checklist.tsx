/** Several of several, with an explicit "none of these", so that nothing ticked and not answered differ. */
import { useId } from 'react';
import { Choice } from './choice.tsx';
import styles from './choice.module.css';

interface ChecklistProps {
  labelledBy?: string;
  label?: string;
  options: readonly { id: string; label: string }[];
  ticked: readonly string[];
  /** "Chưa làm việc nào". */
  noneLabel?: string;
  noneChosen?: boolean;
  /** Every change, in the options' order; `none` when the person says there is none. */
  onChange: (ticked: string[], none: boolean) => void;
}

export function Checklist(props: ChecklistProps) {
  const { labelledBy, label, options, ticked, noneLabel, noneChosen = false, onChange } = props;
  const name = useId();
  const toggle = (id: string): void => {
    const wanted = (option: { id: string }): boolean =>
      option.id === id ? !ticked.includes(id) : ticked.includes(option.id);
    onChange(
      options.filter(wanted).map((option) => option.id),
      false,
    );
  };
  return (
    <div role="group" aria-labelledby={labelledBy} aria-label={label} className={styles.group}>
      {options.map((option) => (
        <Choice
          key={option.id}
          type="checkbox"
          name={name}
          label={option.label}
          chosen={ticked.includes(option.id)}
          onChoose={() => toggle(option.id)}
          small
        />
      ))}
      {noneLabel !== undefined && (
        <Choice
          type="checkbox"
          name={name}
          label={noneLabel}
          chosen={noneChosen}
          onChoose={() => onChange([], !noneChosen)}
          small
        />
      )}
    </div>
  );
}
