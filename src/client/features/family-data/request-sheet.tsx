/** Requests about the family's data: how those made stand, and the ways to make one. */
import { useState } from 'react';
import { dataRequestKinds, restricts, type DataRequest } from '#protocol/family-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { familyData } from '#client/messages/family-data.ts';
import { Button, LinkButton } from '#client/ui/button.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import { HOME } from './ask-page.tsx';
import { AskedItem } from './asked-item.tsx';
import { takeBackRequest } from './commands.ts';
import type { Asked } from './read-asked.ts';
import type { FamilyData } from './read-family-data.ts';
import styles from './family-data.module.css';

const { request: words } = familyData;

export const isOpenRequest = ({ requests }: FamilyData, kind: DataRequest['kind']): boolean =>
  requests.some(({ value, refused }) => refused === null && value.kind === kind && value.state === 'open');

/** The commune has erased it: this phone's own copy goes when the family says so. */
function Wipe({ onWipe }: { onWipe: () => Promise<void> }) {
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  if (!isAsking)
    return (
      <Button small onClick={() => setAsking(true)}>
        {words.wipe}
      </Button>
    );
  return (
    <Notice
      tone="hand"
      title={words.wipe}
      actions={
        <>
          <Button onClick={() => setAsking(false)}>{words.wipeNo}</Button>
          <Button kind="hand" onClick={() => void onWipe().catch(() => setFailed(true))}>
            {words.wipeYes}
          </Button>
        </>
      }
    >
      <p>{words.wipeText}</p>
      {hasFailed && <p role="alert">{words.wipeFailed}</p>}
    </Notice>
  );
}

interface RequestSheetProps {
  data: FamilyData;
  /** Takes all of this family from this phone; rejects when it could not. */
  onWipe: () => Promise<void>;
}

export function RequestSheet({ data, onWipe }: RequestSheetProps) {
  const workspace = useWorkspace();
  const isErased = ({ value }: Asked<DataRequest>): boolean =>
    value.kind === 'delete' && value.state === 'done';
  return (
    <Sheet title={words.title}>
      <p>{words.intro}</p>
      <ul className={styles.list}>
        {data.requests.map((asked) => (
          <AskedItem
            key={asked.value.id}
            name={words.kinds[asked.value.kind]}
            asked={asked}
            state={`${words.states[asked.value.state]}${restricts(asked.value) ? ` ${words.restricted}` : ''}`}
            isTakenBackLater={restricts(asked.value)}
            takeBack={words.takeBack}
            onTakeBack={() => takeBackRequest(workspace, asked)}
          />
        ))}
      </ul>
      {data.requests.some(isErased) && <Wipe onWipe={onWipe} />}
      {data.owner !== null && (
        <div className={styles.ways}>
          {dataRequestKinds
            // Consent is taken back where it was given.
            .filter((kind) => kind !== 'withdraw' && !isOpenRequest(data, kind))
            .map((kind) => (
              <LinkButton key={kind} small href={`${HOME}/yeu-cau/${kind}`}>
                {words.kinds[kind]}
              </LinkButton>
            ))}
        </div>
      )}
    </Sheet>
  );
}
