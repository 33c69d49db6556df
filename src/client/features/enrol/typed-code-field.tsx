/** Ten signs from paper: taken as typed, read back in groups, checked while typing. */
import { fill } from '#client/messages/fill.ts';
import { enrolWords } from '#client/messages/enrol.ts';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import type { TypedCode } from './read-typed-code.ts';

interface TypedCodeFieldProps {
  title?: string;
  typed: string;
  read: TypedCode;
  onType: (typed: string) => void;
}

export function TypedCodeField({ title = enrolWords.typedTitle, typed, read, onType }: TypedCodeFieldProps) {
  return (
    <Sheet title={title}>
      <TextField
        label={enrolWords.typedLabel}
        help={enrolWords.typedHelp}
        value={typed}
        onChange={onType}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={read.kind === 'odd' ? read.words : undefined}
      />
      {read.kind === 'partial' && <p className="soft">{read.words}</p>}
      {read.kind === 'complete' && (
        <p role="status">
          {fill(enrolWords.typedRead, { code: '' })}
          <b className="code">{read.spelled}</b>
        </p>
      )}
    </Sheet>
  );
}
