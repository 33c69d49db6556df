/** Which group is ranked; in the address, so that a link leads to it. */
import { useId } from 'react';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import { rankingWords as words } from '#client/messages/office-ranking.ts';
import controls from '../controls.module.css';
import type { Group } from './groups.ts';

export const groupTitle = ({ kind, sector, hamletName = '' }: Group): string => {
  const sectorName = sector === undefined ? '' : reviewWords.list.sectors[sector];
  return fill(words.titles[kind], { sector: sectorName, hamlet: hamletName });
};

interface GroupPickerProps {
  groups: readonly Group[];
  chosen: string;
  onChoose: (group: string) => void;
}

export function GroupPicker({ groups, chosen, onChoose }: GroupPickerProps) {
  const id = useId();
  const options = (kind: Group['kind'], nameOf: (group: Group) => string) =>
    groups
      .filter((group) => group.kind === kind)
      .map((group) => (
        <option key={group.id} value={group.id}>
          {nameOf(group)}
        </option>
      ));
  return (
    <p>
      <label htmlFor={id}>{words.groupLabel}: </label>
      <select
        id={id}
        className={controls.select}
        value={chosen}
        onChange={({ target }) => onChoose(target.value)}
      >
        {options('hamlet', () => words.groupHamlets)}
        <optgroup label={words.groupUnits}>
          {options('unit', ({ sector }) => (sector ? reviewWords.list.sectors[sector] : ''))}
        </optgroup>
        <optgroup label={words.groupHouseholds}>
          {options('household', ({ hamletName = '' }) => hamletName)}
        </optgroup>
      </select>
    </p>
  );
}
