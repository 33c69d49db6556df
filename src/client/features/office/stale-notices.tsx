/** A record this machine wrote after another machine had: both versions are kept until a person says which stands. */
import { useId, useState } from 'react';
import type { RecordEntity, RowValue } from '#protocol/entities.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeStale as words } from '#client/messages/office-stale.ts';
import { staleRecords } from '#client/subject/stale-records.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import facts from './facts.module.css';
import { usePatient } from './patiently.ts';
import { differencesIn, staleLines, type Facts, type StaleLine } from './stale-lines.ts';
import styles from './stale-notices.module.css';

const TABLES = ['rows', 'outbox'] as const;
const TITLE_MAX = 80;

interface Reading<Value> {
  /** What people call it. */
  titleOf: (value: Value) => string;
  factsOf: (value: Value) => Facts;
}

interface StaleNoticesProps<Value> extends Reading<Value> {
  lines: readonly StaleLine<Value>[];
  put: (id: string, value: Value | null, baseRev: number) => Promise<void>;
  /** Stands under somebody else's id, and can come back under no other. */
  isKeyed?: boolean;
}

interface StaleNoticeProps<Value> extends Omit<StaleNoticesProps<Value>, 'lines'> {
  stale: StaleLine<Value>;
}

/** Both where they differ; where one of them was taken out, all that the other says. */
export function Versions<Value>({
  stale,
  factsOf,
}: {
  stale: Pick<StaleLine<Value>, 'own' | 'row'>;
  factsOf: (value: Value) => Facts;
}) {
  const { own, row } = stale;
  const differences = differencesIn(
    own === null ? [] : factsOf(own),
    row === undefined ? [] : factsOf(row.value),
  );
  if (differences.length === 0) return null;
  return (
    <dl className={`${facts.facts} ${styles.versions}`}>
      {differences.map(({ label, ours, theirs }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {own !== null && (
              <span>
                {words.own} <b>{ours || words.nothing}</b>
              </span>
            )}
            {row !== undefined && (
              <span>
                {words.theirs} <b>{theirs || words.nothing}</b>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function StaleNotice<Value extends { id: string }>(props: StaleNoticeProps<Value>) {
  const { stale, titleOf, factsOf, put, isKeyed = false } = props;
  const workspace = useWorkspace();
  const titleId = useId();
  const [hasFailed, setFailed] = useState(false);
  const { id, own, row } = stale;
  /** Written on what is there now, so that nobody is asked twice. */
  const choose = async (value: Value | null): Promise<void> => {
    try {
      if (row !== undefined || value === null || isKeyed) return await put(id, value, row?.rev ?? 0);
      // What another machine took out stays out: these words come back as a record of their own.
      const fresh = workspace.newId();
      await put(fresh, { ...value, id: fresh }, 0);
      await put(id, null, 0);
    } catch {
      setFailed(true);
    }
  };
  const known = own ?? row?.value;
  const name = known === undefined ? '' : titleOf(known);
  const title = name.length > TITLE_MAX ? `${name.slice(0, TITLE_MAX)}…` : name;
  return (
    <Notice
      tone="hand"
      title={<span id={titleId}>{fill(words.title, { title })}</span>}
      actions={
        <div className={styles.ways}>
          <Button small aria-describedby={titleId} onClick={() => void choose(own)}>
            {own === null ? words.endHere : words.keepOwn}
          </Button>
          <Button small aria-describedby={titleId} onClick={() => void choose(row?.value ?? null)}>
            {row === undefined ? words.leaveEnded : words.keepTheirs}
          </Button>
        </div>
      }
    >
      <p>{own === null ? words.ownEnded : row === undefined ? words.theirsEnded : words.text}</p>
      <Versions stale={stale} factsOf={factsOf} />
      {hasFailed && <p role="alert">{words.failed}</p>}
    </Notice>
  );
}

export function StaleNotices<Value extends { id: string }>({ lines, ...rest }: StaleNoticesProps<Value>) {
  if (lines.length === 0) return null;
  return (
    <div className={styles.notices}>
      {lines.map((stale) => (
        <StaleNotice key={stale.opId} stale={stale} {...rest} />
      ))}
    </div>
  );
}

interface StaleOfProps<Entity extends RecordEntity> extends Reading<RowValue<Entity>> {
  entity: Entity;
  /** Its own, of `recordSchemas`. */
  schema: {
    safeParse: (value: unknown) => { success: true; data: RowValue<Entity> } | { success: false };
  };
  /** Which of them this screen shows: one version is enough. */
  isShown?: (value: RowValue<Entity>) => boolean;
  isKeyed?: boolean;
}

/** Reads them itself: everything of one entity that waits for a choice on this machine. Nothing while there is none. */
export function StaleOf<Entity extends RecordEntity>(props: StaleOfProps<Entity>) {
  const { entity, schema, titleOf, factsOf, isShown = () => true, isKeyed = false } = props;
  const workspace = useWorkspace();
  const read = usePatient(
    async () => {
      const stale = staleRecords(await workspace.outbox(), entity, schema);
      // Nearly always there is none: ten thousand families are not read for that.
      return { stale, rows: stale.length === 0 ? [] : await workspace.rows(entity) };
    },
    [workspace, entity, schema],
    TABLES,
  );
  if (read === undefined) return null;
  const lines = staleLines<RowValue<Entity>>(read.stale, read.rows, factsOf).filter(
    ({ own, row }) => (own !== null && isShown(own)) || (row !== undefined && isShown(row.value)),
  );
  return (
    <StaleNotices
      lines={lines}
      titleOf={titleOf}
      factsOf={factsOf}
      isKeyed={isKeyed}
      put={(id, value, baseRev) => workspace.putRecord(entity, id, value, baseRev)}
    />
  );
}
