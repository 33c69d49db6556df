/** One writing the commune did not take: the person's own words, why, and the two ways out. */
import { useId, useState } from 'react';
import { recordSchemas } from '#protocol/entities.ts';
import type { VerdictCode } from '#protocol/exchange.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { refusedWords as words } from '#client/messages/office-refused.ts';
import { Button } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import type { Names } from '../audit/read-names.ts';
import { Versions } from '../stale-notices.tsx';
import shared from '../shared.module.css';
import type { RefusedLine } from './read-refused.ts';
import { recordFacts, recordTitle } from './record-words.ts';
import { mayBeWrittenAgain } from './refused-writes.ts';

const isSaid = (code: string): code is keyof typeof words.codes => Object.hasOwn(words.codes, code);
export const whyRefused = (code: VerdictCode | undefined): string =>
  code !== undefined && isSaid(code) ? words.codes[code] : fill(words.codes.other, { code: code ?? '' });

interface RefusedCardProps {
  line: RefusedLine;
  names: Names;
  /** Seen, and no longer wanted. */
  onGiveUp: () => void;
}

export function RefusedCard({ line, names, onGiveUp }: RefusedCardProps) {
  const workspace = useWorkspace();
  const titleId = useId();
  const [hasFailed, setFailed] = useState(false);
  const { entity, id, own, row, code, baseRev } = line;
  const read = own === null ? null : recordSchemas[entity].safeParse(own).data;
  const mayAgain = mayBeWrittenAgain(line) && read !== undefined;
  /** On what stands now; what was taken out meanwhile comes back as a record of its own. */
  const again = async (): Promise<void> => {
    if (read === undefined) return;
    const isNew = row === undefined && baseRev > 0 && read !== null;
    try {
      if (isNew) {
        const fresh = workspace.newId();
        await workspace.putRecord(entity, fresh, { ...read, id: fresh }, 0);
        onGiveUp();
      } else await workspace.putRecord(entity, id, read, row?.rev ?? 0);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Notice
      tone="hand"
      title={<span id={titleId}>{fill(words.title, { what: recordTitle(entity, own ?? row?.value) })}</span>}
      actions={
        <div className={shared.ways}>
          {mayAgain && (
            <Button small aria-describedby={titleId} onClick={() => void again()}>
              {own === null ? words.againRemoved : words.again}
            </Button>
          )}
          <Button small kind="quiet" aria-describedby={titleId} onClick={onGiveUp}>
            {words.giveUp}
          </Button>
        </div>
      }
    >
      <p>{whyRefused(code)}</p>
      <p>{own === null ? words.removed : words.kept}</p>
      {own !== null && <Versions stale={{ own, row }} factsOf={(value) => recordFacts(value, names)} />}
      {hasFailed && <p role="alert">{words.failed}</p>}
    </Notice>
  );
}
