/** Hamlets, units, or the families of one hamlet; A4 or A5. */
import { fill } from '#client/messages/fill.ts';
import { resultSlipWords as words } from '#client/messages/office-result-slips.ts';
import certificates from '../certificates/certificates.module.css';
import controls from '../controls.module.css';
import type { SlipChoice } from './use-slips.ts';

interface SlipChoicesProps {
  choice: SlipChoice;
  choose: (change: Partial<SlipChoice>) => void;
  hamlets: readonly { id: string; name: string }[];
}

export function SlipChoices({ choice, choose, hamlets }: SlipChoicesProps) {
  return (
    <div className={certificates.choices}>
      <div role="group" aria-label={words.kind} className={certificates.modes}>
        {(['hamlet', 'unit', 'household'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className={controls.chip}
            aria-pressed={choice.kind === kind}
            onClick={() => choose({ kind })}
          >
            {words.kinds[kind]}
          </button>
        ))}
      </div>
      {choice.kind === 'household' && (
        <select
          className={controls.select}
          aria-label={words.hamlet}
          value={choice.hamletId}
          onChange={({ target }) => choose({ hamletId: target.value })}
        >
          {hamlets.map(({ id, name }) => (
            <option key={id} value={id}>
              {fill(words.hamletNamed, { name })}
            </option>
          ))}
        </select>
      )}
      <div role="group" aria-label={words.size} className={certificates.modes}>
        {(['A4', 'A5'] as const).map((size) => (
          <button
            key={size}
            type="button"
            className={controls.chip}
            aria-pressed={choice.size === size}
            onClick={() => choose({ size })}
          >
            {words.sizes[size]}
          </button>
        ))}
      </div>
    </div>
  );
}
