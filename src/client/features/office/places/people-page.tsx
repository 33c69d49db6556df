/** Posts and who holds them, with first and last day; and who signs papers on a given day. */
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { hasEndedBy, standsOn } from '#domain/standing.ts';
import { sortedByName } from '#domain/vietnamese/name-order.ts';
import { positionSchema, type Position } from '#protocol/office-records.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { officeDevices } from '#client/messages/devices-office.ts';
import { fill } from '#client/messages/fill.ts';
import { placesWords as all } from '#client/messages/office-places.ts';
import { ISSUE_PATH } from '../devices/paths.ts';
import sheet from '../sheet.module.css';
import { StaleOf } from '../stale-notices.tsx';
import { DatedPage, type DatedItem } from './dated-page.tsx';
import { Frame } from './frame.tsx';
import { importPathOf } from './paths.ts';
import { positionFacts } from './place-facts.ts';
import type { ListColumn } from './place-list.tsx';
import { textOf, type DialogField } from './record-dialog.tsx';
import { keyOfWords, usePlaces, today, type Places } from './read-places.ts';
import styles from './places.module.css';
import { withoutGaps } from './without-gaps.ts';

const words = all.person;

const placeName = ({ subjectKind, subjectId }: Position, { units, hamletName }: Places): string => {
  if (subjectId === undefined) return words.ofCommune;
  return subjectKind === 'unit'
    ? (units.find(({ id }) => id === subjectId)?.value.name ?? '')
    : hamletName(subjectId);
};

const fieldsOf = ({ hamlets, units }: Places, day: string): readonly DialogField[] => [
  { id: 'personName', label: words.name, type: 'text', required: true },
  { id: 'title', label: words.title, type: 'text', required: true },
  {
    id: 'place',
    label: words.place,
    type: 'select',
    none: words.choose,
    options: [
      ...hamlets
        .filter(({ value }) => !hasEndedBy(value, day))
        .map(({ id, value }) => ({ value: `hamlet:${id}`, label: value.name })),
      ...units
        .filter(({ value }) => !hasEndedBy(value, day))
        .map(({ id, value }) => ({ value: `unit:${id}`, label: value.name })),
    ],
  },
  { id: 'phone', label: all.phone, type: 'phone' },
  { id: 'signsFor', label: words.signsFor, help: words.signsForHelp, type: 'text' },
  { id: 'validFrom', label: words.from, type: 'day', required: true },
];

/** Who may sign on that day, as papers name them. */
export const signersOn = (positions: Places['positions'], day: string): Position[] =>
  positions.map(({ value }) => value).filter((value) => value.signsFor !== undefined && standsOn(value, day));

function Signers({ places }: { places: Places }) {
  const [day, setDay] = useState(() => today(clock.now()));
  const signers = signersOn(places.positions, day);
  return (
    <section className={styles.ask} aria-label={words.signersTitle}>
      <label className={styles.check}>
        {words.signersTitle}
        <input type="date" value={day} onChange={({ target }) => setDay(target.value)} />
      </label>
      <span role="status">
        {signers.length === 0
          ? words.noSigner
          : signers
              .map(({ title, personName: name, signsFor = '' }) =>
                fill(words.signer, { title, name, words: signsFor }),
              )
              .join('; ')}
      </span>
    </section>
  );
}

function subjectOf(place: string | undefined): Pick<Position, 'subjectKind' | 'subjectId'> {
  if (place === undefined) return {};
  const [kind, id = ''] = place.split(':');
  return { subjectKind: kind === 'unit' ? 'unit' : 'hamlet', subjectId: id };
}

export function PeoplePage() {
  const workspace = useWorkspace();
  const places = usePlaces();
  const items = useMemo(
    (): DatedItem<Position>[] =>
      places
        ? sortedByName(
            places.positions.map(({ id, rev, value }) => ({
              id,
              rev,
              value,
              name: value.personName,
              key: keyOfWords(value.personName, value.title, placeName(value, places)),
              isEnded: hasEndedBy(value, today(clock.now())),
            })),
            ({ name }) => name,
          )
        : [],
    [places],
  );
  const columns = useMemo(
    (): readonly ListColumn<DatedItem<Position>>[] => [
      { head: words.title, cell: ({ value }) => value.title },
      { head: words.place, cell: ({ value }) => (places ? placeName(value, places) : '') },
      { head: all.phone, wide: true, cell: ({ value }) => value.phone ?? '' },
    ],
    [places],
  );
  if (!places)
    return (
      <Frame>
        <p role="status">{common.loading}</p>
      </Frame>
    );
  return (
    <DatedPage<Position>
      label={all.tabs.people}
      head={words.name}
      addWord={words.add}
      importHref={importPathOf('position')}
      items={items}
      columns={columns}
      fields={fieldsOf(places, today(clock.now()))}
      above={
        <>
          <StaleOf
            entity="position"
            schema={positionSchema}
            titleOf={({ title, personName }) => `${title} ${personName}`}
            factsOf={(value) => positionFacts(value, (position) => placeName(position, places))}
          />
          <Signers places={places} />
          <p>
            <Link href={ISSUE_PATH}>{officeDevices.forHeads}</Link>
          </p>
        </>
      }
      valuesOf={({ subjectKind, subjectId, ...value }) => ({
        ...value,
        place: subjectId === undefined ? undefined : `${subjectKind}:${subjectId}`,
      })}
      recordOf={(values, before) => ({
        id: before?.id ?? workspace.newId(),
        validTo: before?.validTo,
        endedBecause: before?.endedBecause,
        title: textOf(values, 'title') ?? '',
        personName: textOf(values, 'personName') ?? '',
        phone: textOf(values, 'phone'),
        signsFor: textOf(values, 'signsFor'),
        validFrom: textOf(values, 'validFrom') ?? '',
        ...subjectOf(textOf(values, 'place')),
      })}
      write={(value, rev) => workspace.putRecord('position', value.id, withoutGaps(value), rev)}
      facts={(value) => [
        { name: words.title, text: value.title },
        { name: words.place, text: placeName(value, places) },
        { name: all.phone, text: value.phone ?? '' },
        { name: words.signsFor, text: <span className={sheet.note}>{value.signsFor ?? ''}</span> },
      ]}
    />
  );
}
