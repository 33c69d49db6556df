/** How many of a list are to be printed, and all or none of them at once. */
import controls from './controls.module.css';
import shared from './shared.module.css';

interface PrintChoiceProps {
  /** "Đang chọn 3 trên 40 …". */
  said: string;
  all: string;
  none: string;
  /** Of all that may be printed. */
  ids: readonly string[];
  onSkip: (skipped: ReadonlySet<string>) => void;
}

/** The set with one put in, or taken out where it was in. */
export function toggled(skipped: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(skipped);
  if (!next.delete(id)) next.add(id);
  return next;
}

export function PrintChoice({ said, all, none, ids, onSkip }: PrintChoiceProps) {
  return (
    <div className={shared.ways}>
      <p role="status">{said}</p>
      <button type="button" className={controls.textButton} onClick={() => onSkip(new Set())}>
        {all}
      </button>
      <button type="button" className={controls.textButton} onClick={() => onSkip(new Set(ids))}>
        {none}
      </button>
    </div>
  );
}
