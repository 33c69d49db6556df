/** Which decision, over a blank or the whole page, on which paper. */
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { shortDate } from '#domain/papers/words.ts';
import { paperSizes } from '#domain/certificates/full-page.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { certificateWords as words } from '#client/messages/office-certificates.ts';
import controls from '../controls.module.css';
import shared from '../shared.module.css';
import styles from './certificates.module.css';
import { blankPath, BLANKS_PATH } from './paths.ts';
import type { CertificateRows, Decided } from './read-certificates.ts';
import { PAGE_MODE, type Choice, type Chosen } from './use-wish.ts';

interface PaperChoicesProps {
  rows: CertificateRows;
  decided: Decided;
  chosen: Chosen;
  choose: (name: Choice, value: string | null) => void;
  onEmblem: (url: string) => void;
}

interface ChooseProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}

function Choose({ label, value, onChange, children }: ChooseProps) {
  const id = useId();
  return (
    <span className={styles.pick}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={controls.select}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {children}
      </select>
    </span>
  );
}

/** Kept for this opening of the page alone; nothing of it is stored. */
function Emblem({ onEmblem }: { onEmblem: (url: string) => void }) {
  const [isBad, setBad] = useState(false);
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    const url = URL.createObjectURL(file);
    const image = new Image();
    image.addEventListener('load', () => {
      setBad(false);
      onEmblem(url);
    });
    image.addEventListener('error', () => {
      URL.revokeObjectURL(url);
      setBad(true);
    });
    image.src = url;
  };
  return (
    <div className={styles.emblem}>
      <label>
        {words.emblemFile}{' '}
        <input
          type="file"
          accept="image/png,image/jpeg,image/webp"
          onChange={({ target }) => take(target.files?.[0])}
        />
      </label>
      <p className={shared.soft} role="status">
        {isBad ? words.emblemBad : words.emblemNote}
      </p>
    </div>
  );
}

export function PaperChoices({ rows, decided, chosen, choose, onEmblem }: PaperChoicesProps) {
  const { isOverlay, size, hasEmblem } = chosen;
  const blank = rows.blanks.find(({ id }) => id === chosen.blank) ?? rows.blanks[0];
  return (
    <div className={styles.choices}>
      <Choose label={words.decision} value={decided.decision.id} onChange={(id) => choose('decision', id)}>
        {rows.decided.map(({ decision, recipients }) => (
          <option key={decision.id} value={decision.id}>
            {fill(words.decisionOption, {
              number: decision.number,
              date: shortDate(decision.date),
              n: recipients.filter(({ isGiven }) => isGiven).length,
            })}
          </option>
        ))}
      </Choose>
      <div role="group" aria-label={words.mode} className={styles.modes}>
        <button
          type="button"
          className={controls.chip}
          aria-pressed={isOverlay}
          onClick={() => choose('mode', null)}
        >
          {words.modes.overlay}
        </button>
        <button
          type="button"
          className={controls.chip}
          aria-pressed={!isOverlay}
          onClick={() => choose('mode', PAGE_MODE)}
        >
          {words.modes.page}
        </button>
      </div>
      {isOverlay && blank !== undefined && (
        <>
          <Choose label={words.blank} value={blank.id} onChange={(id) => choose('blank', id)}>
            {rows.blanks.map(({ id, value: { name, width, height } }) => (
              <option key={id} value={id}>
                {fill(words.blankOption, {
                  name,
                  width: formatNumber(width / 10),
                  height: formatNumber(height / 10),
                })}
              </option>
            ))}
          </Choose>
          <Link href={blankPath(blank.id)}>{words.editBlank}</Link>
        </>
      )}
      {isOverlay && <Link href={BLANKS_PATH}>{words.blanks}</Link>}
      {!isOverlay && (
        <>
          <Choose label={words.size} value={size} onChange={(next) => choose('size', next)}>
            {Object.keys(paperSizes).map((each) => (
              <option key={each} value={each}>
                {each === 'A3' ? words.sizes.A3 : words.sizes.A4}
              </option>
            ))}
          </Choose>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={hasEmblem}
              onChange={({ target }) => choose('emblem', target.checked ? 'co' : null)}
            />
            {words.emblem}
          </label>
          {hasEmblem && <Emblem onEmblem={onEmblem} />}
        </>
      )}
    </div>
  );
}
