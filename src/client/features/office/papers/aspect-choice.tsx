/** One of the four aspects: three marks, real radio buttons; 1 2 3 choose while one of them has the focus. */
import { useId, type KeyboardEvent } from 'react';
import { officePaperWords } from '#client/messages/office-papers.ts';
import { marks, type Aspect, type Mark } from './judgement.ts';
import styles from './papers.module.css';

const { people } = officePaperWords;

interface AspectChoiceProps {
  aspect: Aspect;
  value: Mark | undefined;
  canChange: boolean;
  onChange: (mark: Mark) => void;
}

export function AspectChoice({ aspect, value, canChange, onChange }: AspectChoiceProps) {
  const name = useId();
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = marks[Number(event.key) - 1];
    if (mark === undefined) return;
    event.preventDefault();
    onChange(mark);
    const here = event.currentTarget.closest('fieldset');
    const next = here?.nextElementSibling?.querySelector('input');
    // On to the next aspect; at the last one to what was chosen.
    (next ?? here?.querySelectorAll('input')[marks.indexOf(mark)])?.focus();
  };
  return (
    <fieldset className={styles.aspect} disabled={!canChange}>
      <legend>{people.aspects[aspect]}</legend>
      {marks.map((mark, index) => (
        <label key={mark} data-chosen={value === mark}>
          <input
            type="radio"
            name={name}
            checked={value === mark}
            onChange={() => onChange(mark)}
            onKeyDown={onKey}
          />
          <kbd aria-hidden="true">{index + 1}</kbd> {people.marks[mark]}
        </label>
      ))}
    </fieldset>
  );
}
