/** Where one field of a blank stands: by numbers, and by arrow keys while the picture shows it. */
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { firstSlot, moved, withoutSlot, withSlot, type Blank } from '#domain/certificates/blank.ts';
import type { FieldName } from '#domain/certificates/fields.ts';
import { blankWords as words, fieldWords } from '#client/messages/office-certificates.ts';
import controls from '../controls.module.css';
import frame from '../office.module.css';
import shared from '../shared.module.css';
import styles from './certificates.module.css';
import { MmField } from './mm-field.tsx';

/** Half a millimetre, or five, in tenths. */
const SMALL_STEP = 5;
const LARGE_STEP = 50;

const ways = [
  { key: 'ArrowLeft', x: -1, y: 0, Icon: ArrowLeft },
  { key: 'ArrowRight', x: 1, y: 0, Icon: ArrowRight },
  { key: 'ArrowUp', x: 0, y: -1, Icon: ArrowUp },
  { key: 'ArrowDown', x: 0, y: 1, Icon: ArrowDown },
] as const;

interface FieldPlaceProps {
  blank: Blank;
  field: FieldName;
  onChange: (blank: Blank) => void;
}

export function FieldPlace({ blank, field, onChange }: FieldPlaceProps) {
  const slot = blank.fields[field];
  const go = ({ x, y }: { x: number; y: number }, isFar: boolean): void => {
    const step = isFar ? LARGE_STEP : SMALL_STEP;
    onChange(moved(blank, field, { x: x * step, y: y * step }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const way = ways.find(({ key }) => key === event.key);
    if (way === undefined) return;
    event.preventDefault();
    go(way, event.shiftKey);
  };
  return (
    <div className={styles.form}>
      <div className={shared.ways}>
        <h2>{fieldWords[field]}</h2>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={slot !== undefined}
            onChange={({ target }) =>
              onChange(
                target.checked ? withSlot(blank, field, firstSlot(field, blank)) : withoutSlot(blank, field),
              )
            }
          />
          {words.printed}
        </label>
      </div>
      {slot !== undefined && (
        <>
          <div className={shared.ways}>
            <div className={shared.ways} role="group" aria-label={words.align}>
              {(['left', 'center', 'right'] as const).map((align) => (
                <button
                  key={align}
                  type="button"
                  className={controls.chip}
                  aria-pressed={slot.align === align}
                  onClick={() => onChange(withSlot(blank, field, { align }))}
                >
                  {words.aligns[align]}
                </button>
              ))}
            </div>
            <div className={styles.arrows} role="group" aria-label={words.arrows}>
              {ways.map(({ key, Icon, ...way }) => (
                <button
                  key={key}
                  type="button"
                  className={controls.chip}
                  aria-label={words.arrow[key]}
                  onClick={({ shiftKey }) => go(way, shiftKey)}
                  onKeyDown={onKeyDown}
                >
                  <Icon className={frame.icon} aria-hidden="true" strokeWidth={2.25} />
                </button>
              ))}
            </div>
          </div>
          <div className={styles.numbers}>
            <MmField
              label={words.x}
              per={10}
              min={0}
              max={blank.width - 50}
              value={slot.x}
              onChange={(x) => onChange(withSlot(blank, field, { x }))}
            />
            <MmField
              label={words.y}
              per={10}
              min={0}
              max={blank.height}
              value={slot.y}
              onChange={(y) => onChange(withSlot(blank, field, { y }))}
            />
            <MmField
              label={words.room}
              per={10}
              min={50}
              max={blank.width - slot.x}
              value={slot.width}
              onChange={(width) => onChange(withSlot(blank, field, { width }))}
            />
            <MmField
              label={words.points}
              per={2}
              min={12}
              max={200}
              value={slot.halfPoints}
              onChange={(halfPoints) => onChange(withSlot(blank, field, { halfPoints }))}
            />
          </div>
          <p className={shared.soft}>{words.arrowsHelp}</p>
        </>
      )}
    </div>
  );
}
