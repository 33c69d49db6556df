/** Cấp mã: for whom, then whether they stand here (QR, at once) or are far away (link, and the officer's word). */
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { issuedRoles, type CodeRequest } from '#protocol/devices.ts';
import { dayOf } from '#domain/day.ts';
import { clock } from '#client/app/platform.ts';
import { useLive } from '#client/app/use-live.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDevices } from '#client/messages/devices-office.ts';
import { ShownCode } from '#client/subject/devices/shown-code.tsx';
import { useIssue, type Issue } from '#client/subject/devices/use-issue.ts';
import { Notice } from '#client/ui/notice.tsx';
import { TextField } from '#client/ui/text-field.tsx';
import controls from '../controls.module.css';
import filters from '../filters.module.css';
import { Explain } from '../help/explain.tsx';
import frame from '../office.module.css';
import sheet from '../sheet.module.css';
import styles from './devices.module.css';
import { DEVICES_PATH } from './paths.ts';
import { PlacePicker } from './place-picker.tsx';
import { readCodePlaces, rolesOf, type CodePlace } from './read-places-for-codes.ts';
import { SentLink } from './sent-link.tsx';

const { make: words } = officeDevices;
const ROWS = ['rows'] as const;
const NAME_MAX = 120;

/** Nobody else's phone reaches a page that is opened like this. */
const isOnlyHere = (): boolean => /^(localhost|127\.|\[::1\])/.test(location.host);

const roleIn = (text: string | null): CodeRequest['role'] | undefined =>
  issuedRoles.find((role) => role === text);

export function IssuePage() {
  const workspace = useWorkspace();
  const places = useLive(() => readCodePlaces(workspace, dayOf(clock.now())), [workspace], ROWS);
  const issue = useIssue();
  return (
    <>
      <header className={frame.head}>
        <h1>{words.title}</h1>
        <div className={frame.headRight}>
          {issue.shown === null ? (
            <Link className={controls.button} href={DEVICES_PATH}>
              {officeDevices.link.toList}
            </Link>
          ) : (
            <button type="button" className={controls.button} onClick={issue.forget}>
              {words.back}
            </button>
          )}
        </div>
        <Explain text={words.explain} />
      </header>
      <main className={frame.body} id="noi-dung">
        {places === undefined ? (
          <p role="status">{common.loading}</p>
        ) : workspace.profile.role === 'officer' ? (
          <Make places={places} issue={issue} />
        ) : (
          <p>{officeDevices.readOnly}</p>
        )}
      </main>
    </>
  );
}

function Shown({ issue, place }: { issue: Issue; place: string }) {
  if (issue.shown === null) return null;
  const { code, wanted } = issue.shown;
  if (wanted.way === 'sent')
    return <SentLink {...issue} code={code} place={place} person={wanted.personName ?? ''} />;
  return (
    <section
      className={sheet.sheet}
      aria-label={fill(words.forWhom, { role: words.roles[wanted.role], place })}
    >
      <h2>{fill(words.forWhom, { role: words.roles[wanted.role], place })}</h2>
      {wanted.personName !== undefined && <p>{wanted.personName}</p>}
      <ShownCode {...issue} code={code} onAnother={() => void issue.ask(wanted)} />
    </section>
  );
}

function Make({ places, issue }: { places: readonly CodePlace[]; issue: Issue }) {
  const [search] = useSearchParams();
  const [ref, setRef] = useState(search.get('cho') ?? '');
  const [wantedRole, setRole] = useState(roleIn(search.get('vai')));
  const [typed, setTyped] = useState<string | null>(null);
  const [hint, setHint] = useState('');
  const place = places.find((each) => each.ref === ref);
  const roles = place === undefined ? [] : rolesOf(place.kind);
  const role = roles.find((each) => each === wantedRole) ?? roles[0];
  // The list's own word, until another is typed; a helper is nobody the list knows.
  const person = typed ?? (role === 'hamletHelper' ? '' : (place?.person ?? ''));

  if (issue.shown !== null) return <Shown issue={issue} place={place?.said ?? ''} />;
  const ask = (way: CodeRequest['way']): void => {
    setHint(place === undefined ? words.choose : '');
    if (place !== undefined && role !== undefined)
      void issue.ask({ role, subject: place.id, personName: person.trim(), way });
  };
  return (
    <div className={styles.make}>
      <PlacePicker
        places={places}
        chosen={ref}
        onChoose={(next) => {
          setRef(next.ref);
          setTyped(null);
        }}
      />
      <div className={styles.places}>
        {roles.length > 1 && (
          <div className={filters.chips} role="group" aria-label={words.role}>
            {roles.map((each) => (
              <button
                key={each}
                type="button"
                className={controls.chip}
                aria-pressed={each === role}
                onClick={() => setRole(each)}
              >
                {words.roles[each]}
              </button>
            ))}
          </div>
        )}
        {role === 'hamletHelper' && <p className={sheet.note}>{words.helperUntil}</p>}
        <TextField
          label={words.person}
          help={words.personHelp}
          value={person}
          onChange={setTyped}
          maxLength={NAME_MAX}
          autoComplete="off"
        />
        {isOnlyHere() && <Notice tone="wait">{words.localhost}</Notice>}
        <div className={styles.choose}>
          <div role="status">
            {issue.isAsking && <p>{words.working}</p>}
            {hint !== '' && <Notice tone="hand">{hint}</Notice>}
            {issue.refused !== '' && <Notice tone="hand">{issue.refused}</Notice>}
          </div>
          <div className={styles.way}>
            <button
              type="button"
              className={controls.mainButton}
              aria-busy={issue.isAsking}
              onClick={() => ask('screen')}
            >
              {words.here}
            </button>
            <p className={sheet.note}>{words.hereWhat}</p>
            <button
              type="button"
              className={controls.button}
              aria-busy={issue.isAsking}
              onClick={() => ask('sent')}
            >
              {words.sent}
            </button>
            <p className={sheet.note}>{words.sentWhat}</p>
          </div>
        </div>
      </div>
    </div>
  );
}
