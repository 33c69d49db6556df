/** All groups with what is done in each; the way into the form and out to the review. */
import { ChevronRight } from 'lucide-react';
import type { Control } from 'react-hook-form';
import { formatPoints } from '#domain/vietnamese/format.ts';
import { fill } from '#client/messages/fill.ts';
import { groupWords } from '#client/messages/hamlet.ts';
import type { FormValues } from './field-value.ts';
import { useSheet } from './sheet-context.tsx';
import { useSheetValues } from './sheet-values.ts';
import styles from './group-form.module.css';

interface GroupListProps {
  control: Control<FormValues>;
  onOpen: (code: string) => void;
}

export function GroupList({ control, onOpen }: GroupListProps) {
  const { set, conflicts, asks } = useSheet();
  const { result } = useSheetValues(control);
  const missing = new Set(result.missing);
  const invalid = new Set(result.criteria.flatMap(({ id, status }) => (status === 'invalid' ? [id] : [])));
  return (
    <ul className={styles.groups} aria-label={groupWords.groups}>
      {set.groups.map(({ code, name, criteria }) => {
        const total = criteria.length;
        const done = criteria.filter(({ id }) => !missing.has(id)).length;
        const group = result.groups.find((each) => each.code === code);
        const asked = criteria.filter(({ id }) => asks[id] !== undefined).length;
        return (
          <li key={code}>
            <button type="button" className={styles.groupLink} onClick={() => onOpen(code)}>
              <span className={styles.groupName}>
                <b>
                  {code}. {name}
                </b>
                <span>
                  {done === total
                    ? fill(groupWords.all, { total })
                    : fill(groupWords.done, { n: done, total })}
                  {group !== undefined && (
                    <>
                      {' · '}
                      {fill(groupWords.groupPoints, {
                        points: formatPoints(group.earned),
                        max: formatPoints(group.applicableMax),
                      })}
                    </>
                  )}
                </span>
                {asked > 0 && <span className={styles.trouble}>{fill(groupWords.asked, { n: asked })}</span>}
                {criteria.some(({ id }) => conflicts[id] !== undefined) && (
                  <span className={styles.trouble}>{groupWords.choose}</span>
                )}
                {criteria.some(({ id }) => invalid.has(id)) && (
                  <span className={styles.trouble}>{groupWords.trouble}</span>
                )}
              </span>
              <span className={styles.cells} aria-hidden="true">
                {criteria.map(({ id }) => (
                  <i key={id} className={missing.has(id) ? styles.empty : styles.filled} />
                ))}
              </span>
              <ChevronRight />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
