/**
 * The rail's places, in sections that open and close. Hôm nay always stands; of the sections one is open at a time, so
 * that the whole rail stands in the height of a window whatever is added. Which one is remembered on this machine; the
 * section of the screen at hand opens by itself.
 */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useSettings } from '#client/app/settings-context.tsx';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import styles from './office.module.css';
import rail from './rail.module.css';
import { sections, type Screen, type Section } from './screens-shape.ts';
import { screens } from './screens.ts';
import { useCounts } from './today/office-desk.tsx';
import { isNamedFor } from './screens-for.ts';

const isAt = (path: string, at: string): boolean => at === path || at.startsWith(`${path}/`);
/** Null where the rail names the place whatever is open. */
function sectionAt(at: string): Section | null {
  const screen = screens.find(({ path }) => isAt(path, at));
  return screen === undefined || screen.isAlways === true ? null : screen.section;
}

export function RailPlaces() {
  const { role } = useWorkspace().profile;
  const [at] = useLocation();
  const { settings, change } = useSettings();
  const here = sectionAt(at);
  const kept = settings.rail === undefined ? 'daily' : settings.rail;
  const [open, setOpen] = useState<string | null>(here ?? kept);
  const [before, setBefore] = useState(here);
  // A screen reached by the search, by a link or by "back" is shown in its place.
  if (before !== here) {
    setBefore(here);
    if (here !== null) setOpen(here);
  }
  const toggle = (section: Section): void => {
    const next = open === section ? null : section;
    setOpen(next);
    change({ rail: next });
  };
  const named = screens.filter((screen) => isNamedFor(screen, role));
  return (
    <div className={styles.places}>
      <ul className={rail.list}>
        {named.map((place) => place.isAlways && <Place key={place.path} place={place} at={at} />)}
      </ul>
      {sections.map((section) => (
        <Part
          key={section}
          section={section}
          places={named.filter((screen) => screen.section === section && screen.isAlways !== true)}
          at={at}
          isOpen={section === open}
          onToggle={() => toggle(section)}
        />
      ))}
    </div>
  );
}

const useCountOf = (): ((screen: Screen) => number) => {
  const counts = useCounts();
  return ({ count }) => (count === undefined ? 0 : counts[count]);
};

function Place({ place, at }: { place: Screen; at: string }) {
  const countOf = useCountOf();
  return (
    <li>
      <Link href={place.path} aria-current={isAt(place.path, at) ? 'page' : undefined}>
        <place.icon className={styles.icon} aria-hidden="true" strokeWidth={2.25} />
        <span>{place.word}</span>
        <Waiting n={countOf(place)} />
      </Link>
    </li>
  );
}

interface PartProps {
  section: Section;
  places: readonly Screen[];
  at: string;
  isOpen: boolean;
  onToggle: () => void;
}

function Part({ section, places, at, isOpen, onToggle }: PartProps) {
  const id = useId();
  const countOf = useCountOf();
  const Mark = isOpen ? ChevronDown : ChevronRight;
  if (places.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className={rail.section}
        aria-expanded={isOpen}
        aria-controls={id}
        data-here={!isOpen && places.some(({ path }) => isAt(path, at)) ? '' : undefined}
        onClick={onToggle}
      >
        <span>{officeHelp.sections[section]}</span>
        {/* What waits is not hidden with the places it waits in. */}
        {!isOpen && <Waiting n={places.reduce((sum, place) => sum + countOf(place), 0)} />}
        <Mark className={styles.icon} aria-hidden="true" strokeWidth={2.25} />
      </button>
      <ul id={id} className={rail.list} hidden={!isOpen}>
        {places.map((place) => (
          <Place key={place.path} place={place} at={at} />
        ))}
      </ul>
    </>
  );
}

const Waiting = ({ n }: { n: number }) =>
  n > 0 && (
    <>
      <span className={styles.count} aria-hidden="true">
        {n}
      </span>
      <span className={styles.hidden}>, {fill(officeHelp.waits, { n: String(n) })}</span>
    </>
  );
