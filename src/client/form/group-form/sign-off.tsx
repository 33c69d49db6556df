/** The head's own word: a name, a statement and a button of its own; sending is another. */
import { useState } from 'react';
import { Check } from 'lucide-react';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/hamlet.ts';
import { Button } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { TextField } from '#client/ui/text-field.tsx';

export interface Signer {
  kind: 'head' | 'unit';
  /** What the statement names: "xóm Chùa 9", "Trường Tiểu học …". */
  subject: string;
}

interface SignOffProps {
  signer: Signer;
  /** The figures that are confirmed, in one sentence. */
  what: string;
  name: string;
  signed: boolean;
  onName: (name: string) => void;
  onSigned: (signed: boolean) => void;
}

const NAME_MAX = 200;

export function SignOff({ signer, what, name, signed, onName, onSigned }: SignOffProps) {
  const [asked, setAsked] = useState(false);
  const isHead = signer.kind === 'head';
  const missing = name.trim() === '';
  const press = (): void => {
    setAsked(true);
    if (!missing) onSigned(true);
  };
  return (
    <Sheet title={isHead ? reviewWords.signTitle : reviewWords.signUnitTitle}>
      <TextField
        label={isHead ? reviewWords.signName : reviewWords.signUnitName}
        value={name}
        onChange={onName}
        maxLength={NAME_MAX}
        autoComplete="name"
        error={asked && missing ? reviewWords.nameNeeded : undefined}
      />
      <p>
        {fill(isHead ? reviewWords.signStatement : reviewWords.signUnitStatement, { name: signer.subject })}
      </p>
      <p>
        <b>{what}</b>
      </p>
      {signed ? (
        <>
          <p role="status">
            <b>{fill(reviewWords.signedBy, { name: name.trim() })}</b>
          </p>
          <Button small kind="quiet" onClick={() => onSigned(false)}>
            {reviewWords.undoSign}
          </Button>
        </>
      ) : (
        <Button wide icon={<Check />} onClick={press}>
          {reviewWords.signButton}
        </Button>
      )}
    </Sheet>
  );
}
