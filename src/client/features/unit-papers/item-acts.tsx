/** What can be done with one item of an ordered list: change, move, take out. */
import { paperWords } from '#client/messages/unit.ts';
import { fill } from '#client/messages/fill.ts';
import { Button } from '#client/ui/button.tsx';
import styles from './papers.module.css';

interface ItemActsProps {
  name: string;
  words: Record<'editNamed' | 'removeNamed' | 'upNamed' | 'downNamed', string>;
  at: number;
  of: number;
  onEdit: () => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
}

export function ItemActs({ name, words, at, of, onEdit, onRemove, onMove }: ItemActsProps) {
  return (
    <div className={`${styles.acts} no-print`}>
      <Button small onClick={onEdit} aria-label={fill(words.editNamed, { name })}>
        {paperWords.edit}
      </Button>
      {at > 0 && (
        <Button small onClick={() => onMove(-1)} aria-label={fill(words.upNamed, { name })}>
          {paperWords.up}
        </Button>
      )}
      {at < of - 1 && (
        <Button small onClick={() => onMove(1)} aria-label={fill(words.downNamed, { name })}>
          {paperWords.down}
        </Button>
      )}
      <Button small kind="quiet" onClick={onRemove} aria-label={fill(words.removeNamed, { name })}>
        {paperWords.remove}
      </Button>
    </div>
  );
}
