/** Which families said yes, no or nothing at the question a hamlet's figure comes from; opened when asked for. */
import { useMemo, useState } from 'react';
import { criteriaOf } from '#domain/criteria-set.ts';
import type { Criterion } from '#domain/criteria.ts';
import { satisfies } from '#domain/household-reads.ts';
import { scoreCriterion } from '#domain/score-criterion.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { sortedByName } from '#domain/vietnamese/name-order.ts';
import { fill } from '#client/messages/fill.ts';
import { reviewWords } from '#client/messages/office-review.ts';
import type { CrossCheck, Family, HouseholdFacts } from '../read/household-facts.ts';
import styles from './pane.module.css';

const { cross: words } = reviewWords;

export interface FamilyLine {
  id: string;
  /** "Nguyễn Văn Ánh, DM-012". */
  name: string;
  /** People who have it, of those at home. */
  of?: { n: number; d: number };
}

export interface FamilyGroups {
  yes: FamilyLine[];
  no: FamilyLine[];
  na: FamilyLine[];
  nothing: FamilyLine[];
}

const lineOf = ({ id, name, code }: Family): FamilyLine => ({
  id,
  name: code === '' ? name : `${name}, ${code}`,
});

/** null where the figure is not counted from one question of the families. */
export function familyGroups(criterion: Criterion, facts: HouseholdFacts): FamilyGroups | null {
  const { rollup } = criterion;
  if (rollup === undefined || facts.householdSet === undefined) return null;
  const { num } = rollup;
  const groups: FamilyGroups = { yes: [], no: [], na: [], nothing: [] };
  const families = sortedByName(facts.families, ({ name }) => name);
  if (num.op === 'countForms') {
    for (const family of families)
      groups[family.answers === undefined ? 'nothing' : 'yes'].push(lineOf(family));
    return groups;
  }
  const asked = criteriaOf(facts.householdSet).find(({ id }) => id === num.item);
  if (asked === undefined) return null;
  for (const family of families) {
    const line = lineOf(family);
    const why = family.answers === undefined ? null : scoreCriterion(asked, family.answers).why;
    if (why === null || !('points' in why || why.kind === 'notApplicable')) groups.nothing.push(line);
    else if (why.kind === 'notApplicable') groups.na.push(line);
    else if (num.op === 'countWhere') groups[satisfies(why, num, asked) ? 'yes' : 'no'].push(line);
    else if (why.kind === 'ratio')
      groups[why.n > 0 ? 'yes' : 'no'].push({ ...line, of: { n: why.n, d: why.d } });
    else groups.nothing.push(line);
  }
  return groups;
}

const parts = ['yes', 'no', 'na', 'nothing'] as const;

function Lists({ groups }: { groups: FamilyGroups }) {
  return parts
    .filter((part) => groups[part].length > 0)
    .map((part) => (
      <section key={part}>
        <h3>{fill(words[part], { n: formatNumber(groups[part].length) })}</h3>
        <ul className={styles.families}>
          {groups[part].map(({ id, name, of }) => (
            <li key={id}>
              {name}
              {of && `: ${fill(words.of, { n: formatNumber(of.n), d: formatNumber(of.d) })}`}
            </li>
          ))}
        </ul>
      </section>
    ));
}

export function Families({ criterion, cross }: { criterion: Criterion; cross: CrossCheck }) {
  const [isOpen, setOpen] = useState(false);
  const { facts } = cross;
  const groups = useMemo(
    () => (facts === undefined ? null : familyGroups(criterion, facts)),
    [criterion, facts],
  );
  if (groups === null || facts === undefined) return null;
  return (
    <details className={styles.cross} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{fill(words.open, { n: formatNumber(facts.families.length) })}</summary>
      {isOpen && (facts.families.length === 0 ? <p>{words.none}</p> : <Lists groups={groups} />)}
    </details>
  );
}
