/** One phone: whose it is, what it has not sent, what its marks mean; cut off, or followed by another. */
import { useState } from 'react';
import { Link } from 'wouter';
import { deviceCheck } from '#protocol/devices.ts';
import { formatDate, formatNumber } from '#domain/vietnamese/format.ts';
import { useLive } from '#client/app/use-live.ts';
import { fill } from '#client/messages/fill.ts';
import { officeDevices } from '#client/messages/devices-office.ts';
import { standingOf } from '#client/subject/devices/standing.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { Glyph } from '#client/ui/glyph.tsx';
import controls from '../controls.module.css';
import facts from '../facts.module.css';
import sheet from '../sheet.module.css';
import { when } from '../when.ts';
import { flagsOf, standingGlyphs, standingWords } from './device-words.ts';
import styles from './devices.module.css';
import { issueFor } from './paths.ts';
import { capital, type DeviceItem } from './read-devices.ts';
import type { Acts } from './use-acts.ts';

const { aside: words } = officeDevices;
const NEVER = [] as const;

function Facts({ item }: { item: DeviceItem }) {
  const { device } = item;
  const digits = useLive(() => deviceCheck(device.id), [device.id], NEVER);
  const { made, waiting, setAside } = device;
  const rows: readonly (readonly [string, string])[] = [
    [words.role, capital(item.role)],
    [words.place, capital(item.place)],
    [words.person, device.personName],
    [words.label, device.label],
    [words.seen, when(device.seenAt)],
    [
      words.counts,
      fill(words.countsWords, {
        made: formatNumber(made),
        waiting: formatNumber(waiting),
        setAside: formatNumber(setAside),
      }),
    ],
    [words.enrolled, when(device.enrolledAt)],
    [words.until, device.expiresAt === undefined ? '' : formatDate(device.expiresAt)],
    [words.digits, digits ?? ''],
    [words.build, device.build],
  ];
  return (
    <dl className={facts.facts}>
      {rows.map(
        ([name, text]) =>
          text !== '' && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface DeviceAsideProps {
  item: DeviceItem;
  now: number;
  acts: Acts;
  canAct: boolean;
}

export function DeviceAside({ item, now, acts, canAct }: DeviceAsideProps) {
  const [isAsking, setAsking] = useState(false);
  const { device, name, placeRef } = item;
  const standing = standingOf(device, now);
  const isOver = standing === 'revoked' || standing === 'expired';
  const isOffice = device.subjectId === undefined;
  return (
    <div className={sheet.sheet}>
      <h2>{name}</h2>
      <p className={sheet.state}>
        <Glyph state={standingGlyphs[standing]} />
        {standingWords(device, now)}
      </p>
      {flagsOf(device).map((text) => (
        <p key={text} className={styles.flag}>
          {text}
        </p>
      ))}
      {isOffice && <p className={sheet.note}>{words.operators}</p>}
      {device.role === 'household' && <p className={sheet.note}>{words.familys}</p>}
      {canAct && !isOffice && (
        <div className={styles.ways}>
          {placeRef !== undefined && (
            <Link className={controls.button} href={issueFor(placeRef, device.role)}>
              {words.again}
            </Link>
          )}
          {!isOver && (
            <button
              type="button"
              className={controls.button}
              aria-busy={acts.doing === device.id}
              onClick={() => setAsking(true)}
            >
              {words.revoke}
            </button>
          )}
        </div>
      )}
      <Facts item={item} />
      <Dialog open={isAsking} title={fill(words.confirmTitle, { name })} onClose={() => setAsking(false)}>
        <p>{words.confirm}</p>
        <p>
          {device.waiting > 0 ? fill(words.unsent, { n: formatNumber(device.waiting) }) : words.nothingUnsent}
        </p>
        <p>{words.undo}</p>
        <div className={styles.ways}>
          <button type="button" className={controls.button} onClick={() => setAsking(false)}>
            {words.no}
          </button>
          <button
            type="button"
            className={controls.button}
            onClick={() => {
              setAsking(false);
              void acts.act(device.id, 'revoke', fill(words.revoked, { name }));
            }}
          >
            {words.yes}
          </button>
        </div>
      </Dialog>
    </div>
  );
}
