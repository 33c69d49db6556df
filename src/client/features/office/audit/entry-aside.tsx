/** One entry of the log in full: who, when, why, before and after, and the codes by which anybody checks it. */
import { forwardRef } from 'react';
import { fill } from '#client/messages/fill.ts';
import { officeAudit as words } from '#client/messages/office-audit.ts';
import type { LogEntry } from '#protocol/log.ts';
import shared from '../shared.module.css';
import facts from '../facts.module.css';
import sheet from '../sheet.module.css';
import { when } from '../when.ts';
import styles from './audit.module.css';
import { changesOf, resultWords, roleWords, whatWords, whoWords } from './entry-words.ts';
import type { Names } from './read-names.ts';
import { fieldWords, valueWords } from './value-words.ts';

const { facts: labels } = words;

/** What a server's own entry tells beside its machine, which is named above already. */
const factsOf = ({ facts, device }: LogEntry): [string, string | number][] =>
  Object.entries(facts ?? {}).filter(([field, value]) => field !== 'device' || value !== device?.id);

/** Where the change is a person's own words, they are said once, as the reason. */
const isSaidAsReason = ({ kind, reason }: LogEntry): boolean =>
  kind === 'comment.add' && reason !== undefined;

export const EntryAside = forwardRef<HTMLElement, { entry: LogEntry; names: Names }>(function EntryAside(
  { entry, names },
  ref,
) {
  const who = [whoWords(entry), roleWords(entry)].filter(Boolean).join(', ');
  const lines: readonly (readonly [string, string | undefined])[] = [
    [labels.who, who],
    [labels.device, entry.device?.label],
    [labels.about, entry.subject?.name],
    [labels.received, when(entry.receivedAt)],
    [labels.claimed, entry.claimedAt === undefined ? undefined : when(entry.claimedAt)],
    [labels.result, resultWords(entry)],
    [labels.reason, entry.reason],
    [labels.place, String(entry.rev)],
    ...factsOf(entry).map(
      ([field, value]) => [fieldWords(field), valueWords(value, { field }, names)] as const,
    ),
  ];
  const changes = isSaidAsReason(entry) ? [] : changesOf(entry, names);
  return (
    <aside className={shared.aside} ref={ref} tabIndex={-1} aria-label={whatWords(entry, names)}>
      <div className={sheet.sheet}>
        <h2>{whatWords(entry, names)}</h2>
        <dl className={facts.facts}>
          {lines.map(([name, text]) =>
            text === undefined || text === '' ? null : (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ),
          )}
        </dl>
        {entry.body !== 'here' && <p>{words.bodies[entry.body]}</p>}
        {entry.body === 'here' && !isSaidAsReason(entry) && !(entry.facts && changes.length === 0) && (
          <>
            <h3>{words.changesTitle}</h3>
            {changes.length === 0 ? (
              <p className={shared.soft}>{words.noChanges}</p>
            ) : (
              <dl className={styles.changes}>
                {changes.map(({ key, what, before, after }) => (
                  <div key={key}>
                    <dt>{what}</dt>
                    <dd>
                      <span className={shared.soft}>{words.change.before}: </span>
                      {before}
                    </dd>
                    <dd>
                      <span className={shared.soft}>{words.change.after}: </span>
                      <b>{after}</b>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
            {entry.moreChanges !== undefined && (
              <p className={shared.soft}>{fill(words.moreChanges, { n: entry.moreChanges })}</p>
            )}
          </>
        )}
        <h3>{words.checkTitle}</h3>
        <p className={sheet.note}>
          {words.opHash}: <span className={styles.code}>{entry.opHash}</span>
        </p>
        <p className={sheet.note}>
          {words.chain}: <span className={styles.code}>{entry.log}</span>
        </p>
      </div>
    </aside>
  );
});
