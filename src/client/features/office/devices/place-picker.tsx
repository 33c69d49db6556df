/** Which hamlet or unit: every one a tap away, narrowed by words without marks. */
import { useDeferredValue, useState } from 'react';
import { Search } from 'lucide-react';
import { matches } from '#domain/vietnamese/search-key.ts';
import { officeDevices } from '#client/messages/devices-office.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import filters from '../filters.module.css';
import sheet from '../sheet.module.css';
import styles from './devices.module.css';
import type { CodePlace } from './read-places-for-codes.ts';

const { make: words } = officeDevices;

interface PlacePickerProps {
  places: readonly CodePlace[];
  chosen: string;
  onChoose: (place: CodePlace) => void;
}

export function PlacePicker({ places, chosen, onChoose }: PlacePickerProps) {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const found = places.filter(({ key }) => matches(key, query));
  return (
    <fieldset className={styles.fieldset}>
      <legend>{words.place}</legend>
      <div className={filters.filters}>
        <label className={filters.find}>
          <Search aria-hidden="true" size={18} strokeWidth={2.25} />
          <input
            type="search"
            value={typed}
            placeholder={words.search}
            aria-label={words.search}
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
      </div>
      {found.length === 0 && <EmptyState title={places.length === 0 ? words.empty : words.none} />}
      {(['hamlet', 'unit'] as const).map((kind) => {
        const own = found.filter((place) => place.kind === kind);
        return (
          own.length > 0 && (
            <div key={kind} className={styles.places}>
              <h3>{kind === 'hamlet' ? words.hamlets : words.units}</h3>
              <div className={styles.grid}>
                {own.map((place) => (
                  <label key={place.ref} className={styles.place} data-on={place.ref === chosen || undefined}>
                    <input
                      type="radio"
                      name="cho"
                      checked={place.ref === chosen}
                      onChange={() => onChoose(place)}
                    />
                    <span>
                      {place.name}
                      {place.person !== '' && <span className={sheet.why}>{place.person}</span>}
                    </span>
                  </label>
                ))}
              </div>
            </div>
          )
        );
      })}
    </fieldset>
  );
}
