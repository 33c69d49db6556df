/** A line this machine put right after another machine had: both versions are kept until a person says which stands. */
import { useState } from 'react';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { officeRegisters } from '#client/messages/office-registers.ts';
import type { RegisterEntry } from '#protocol/office-records.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import facts from '../facts.module.css';
import { differencesOf } from './entry-differences.ts';
import type { Registers, StaleLine } from './read-registers.ts';

const words = officeRegisters.stale;

function Stale({ stale, registers }: { stale: StaleLine; registers: Registers }) {
  const workspace = useWorkspace();
  const [hasFailed, setFailed] = useState(false);
  const { id, own, row } = stale;
  const put = (at: string, value: RegisterEntry | null, baseRev: number): Promise<void> =>
    workspace.putRecord('registerEntry', at, value, baseRev);
  /** Written on what is there now, so that nobody is asked twice. */
  const choose = async (value: RegisterEntry | null): Promise<void> => {
    try {
      if (row !== undefined || value === null) return await put(id, value, row?.rev ?? 0);
      // What another machine took out stays out: these words come back as a line of their own.
      const fresh = workspace.newId();
      await put(fresh, { ...value, id: fresh }, 0);
      await put(id, null, 0);
    } catch {
      setFailed(true);
    }
  };
  const differences = own !== null && row !== undefined ? differencesOf(own, row.value, registers) : [];
  const title = (own ?? row?.value)?.title ?? '';
  return (
    <Notice
      tone="hand"
      title={fill(words.title, { title })}
      actions={
        <>
          <Button small onClick={() => void choose(own)}>
            {own === null ? words.endHere : words.keepOwn}
          </Button>
          <Button small onClick={() => void choose(row?.value ?? null)}>
            {row === undefined ? words.leaveEnded : words.keepTheirs}
          </Button>
        </>
      }
    >
      <p>{own === null ? words.ownEnded : row === undefined ? words.theirsEnded : words.text}</p>
      {differences.length > 0 && (
        <dl className={facts.facts}>
          {differences.map(({ label, ours, theirs }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {words.own} <b>{ours || words.nothing}</b>
                <br />
                {words.theirs} <b>{theirs || words.nothing}</b>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hasFailed && <p role="alert">{officeRegisters.failed}</p>}
    </Notice>
  );
}

export const StaleLines = ({ lines, registers }: { lines: readonly StaleLine[]; registers: Registers }) =>
  lines.map((stale) => <Stale key={stale.opId} stale={stale} registers={registers} />);
