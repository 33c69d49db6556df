/** The numbers of a blank beside a picture that follows them. */
import { useMemo, useRef, useState } from 'react';
import { layoutOf, NAME_MAX, resized, SIDE_MAX, SIDE_MIN, type Blank } from '#domain/certificates/blank.ts';
import { fieldNames, type FieldName } from '#domain/certificates/fields.ts';
import { paperSizes } from '#domain/certificates/full-page.ts';
import { placeTexts } from '#domain/certificates/layout.ts';
import { certificateTexts } from '#domain/certificates/texts.ts';
import { fill } from '#client/messages/fill.ts';
import { blankWords as words, certificateWords, fieldWords } from '#client/messages/office-certificates.ts';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import sheet from '../sheet.module.css';
import { CertificatePicture } from './certificate-picture.tsx';
import styles from './certificates.module.css';
import { FieldPlace } from './field-place.tsx';
import { MmField } from './mm-field.tsx';
import { browserWidth } from './text-width.ts';

/** 10 cm: no printer is further off. */
const SHIFT_MAX = 1000;

const sampleTexts = certificateTexts({
  commune: { name: words.sample.commune, parent: '' },
  recipient: { name: words.sample.recipient, position: words.sample.position },
  achievement: words.sample.achievement,
  decision: { number: words.sample.number, date: words.sample.date },
  register: words.sample.register,
  signer: { title: words.sample.signerTitle, onBehalf: '', name: words.sample.signerName },
});

interface BlankEditorProps {
  blank: Blank;
  onChange: (blank: Blank) => void;
}

function Sizes({ blank, onChange }: BlankEditorProps) {
  const { width, height } = blank;
  return (
    <>
      <div className={shared.ways} role="group" aria-label={words.papers}>
        {(['A4', 'A3'] as const).map((size) => (
          <button
            key={size}
            type="button"
            className={controls.chip}
            aria-pressed={width === paperSizes[size].width && height === paperSizes[size].height}
            onClick={() => onChange(resized(blank, paperSizes[size]))}
          >
            {certificateWords.sizes[size]}
          </button>
        ))}
      </div>
      <div className={styles.numbers}>
        <MmField
          label={words.width}
          per={10}
          min={SIDE_MIN}
          max={SIDE_MAX}
          value={width}
          onChange={(next) => onChange(resized(blank, { width: next, height }))}
        />
        <MmField
          label={words.height}
          per={10}
          min={SIDE_MIN}
          max={SIDE_MAX}
          value={height}
          onChange={(next) => onChange(resized(blank, { width, height: next }))}
        />
      </div>
    </>
  );
}

function Shift({ blank, onChange }: BlankEditorProps) {
  const { shift } = blank;
  return (
    <section className={sheet.sheet}>
      <h2>{words.shift}</h2>
      <p className={shared.soft}>{words.shiftHelp}</p>
      <div className={styles.numbers}>
        <MmField
          label={words.shiftX}
          per={10}
          min={-SHIFT_MAX}
          max={SHIFT_MAX}
          value={shift.x}
          onChange={(x) => onChange({ ...blank, shift: { ...shift, x } })}
        />
        <MmField
          label={words.shiftY}
          per={10}
          min={-SHIFT_MAX}
          max={SHIFT_MAX}
          value={shift.y}
          onChange={(y) => onChange({ ...blank, shift: { ...shift, y } })}
        />
      </div>
    </section>
  );
}

export function BlankEditor({ blank, onChange }: BlankEditorProps) {
  const [chosen, setChosen] = useState<FieldName>('recipient');
  const widthOf = useRef(browserWidth());
  const { lines } = useMemo(() => placeTexts(layoutOf(blank), sampleTexts, widthOf.current), [blank]);
  return (
    <div className={styles.split}>
      <div className={styles.form}>
        <TextField
          label={words.name}
          error={blank.name.trim() === '' ? words.nameMissing : undefined}
          maxLength={NAME_MAX}
          autoComplete="off"
          value={blank.name}
          onChange={(name) => onChange({ ...blank, name })}
        />
        <Sizes blank={blank} onChange={onChange} />
        <section className={sheet.sheet}>
          <h2>{words.fields}</h2>
          <div className={styles.fieldList} role="group" aria-label={words.fields}>
            {fieldNames.map((field) => (
              <button
                key={field}
                type="button"
                className={controls.chip}
                aria-pressed={field === chosen}
                data-off={blank.fields[field] === undefined ? '' : undefined}
                onClick={() => setChosen(field)}
              >
                {fieldWords[field]}
              </button>
            ))}
          </div>
        </section>
        <Shift blank={blank} onChange={onChange} />
      </div>
      <div className={`${styles.side} ${styles.lower}`}>
        <div className={styles.paper}>
          <CertificatePicture
            page={blank}
            lines={lines}
            chosen={chosen}
            label={fill(words.picture, { name: blank.name })}
          />
        </div>
        <FieldPlace key={chosen} blank={blank} field={chosen} onChange={onChange} />
      </div>
    </div>
  );
}
