/** What people who left this phone had not sent: sealed, handed in by whoever has a network, unread. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { RESCUE_TYPE } from '#protocol/rescue.ts';
import { createLockStore, type LeftFile, type LockStore } from '#client/db/lock-store.ts';
import { handOver } from '#client/form/hand-over.ts';
import { fill } from '#client/messages/fill.ts';
import { leftWords } from '#client/messages/lock.ts';
import { rescueWords } from '#client/messages/rescue.ts';
import { Button } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { RescueHandIn } from '#client/workspace.ts';
import styles from './lock.module.css';

interface LeftFilesProps {
  handIn: (bytes: Uint8Array<ArrayBuffer>) => Promise<RescueHandIn>;
  store?: LockStore;
}

const refusedWords = (answer: RescueHandIn): string => {
  switch (answer.kind) {
    case 'taken':
      return leftWords.sent;
    case 'unreachable':
      return rescueWords.unreachable;
    case 'refused':
      return answer.problem === 'device-revoked' ? rescueWords.refused.revoked : rescueWords.refused.default;
  }
};

interface ItemProps extends Required<LeftFilesProps> {
  file: LeftFile;
  onNews: (words: string) => void;
}

function Item({ file, handIn, store, onNews }: ItemProps) {
  const [busy, setBusy] = useState(false);
  const { title, operations, madeAt, bytes, name, profileId } = file;
  const doing = async (work: () => Promise<string>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      onNews(await work());
    } catch {
      onNews(rescueWords.exportFailed);
    } finally {
      setBusy(false);
    }
  };
  const send = async (): Promise<string> => {
    const answer = await handIn(bytes);
    // Gone from here once the commune has it, and not before.
    if (answer.kind === 'taken') await store.removeLeft(profileId);
    return refusedWords(answer);
  };
  const save = async (): Promise<string> => {
    const over = await handOver(new File([bytes], name, { type: RESCUE_TYPE }), title);
    return over === 'cancelled' ? '' : fill(leftWords.saved, { name });
  };
  const about = fill(leftWords.item, {
    ten: title,
    n: operations,
    gio: formatTime(madeAt),
    ngay: formatDate(madeAt),
  });
  return (
    <li>
      <p>{about}</p>
      <Button small aria-busy={busy} onClick={() => void doing(send)}>
        {leftWords.send}
      </Button>{' '}
      <Button small kind="quiet" onClick={() => void doing(save)}>
        {leftWords.save}
      </Button>
    </li>
  );
}

export function LeftFiles({ handIn, store: given }: LeftFilesProps) {
  const store = useMemo(() => given ?? createLockStore(indexedDB), [given]);
  const [files, setFiles] = useState<readonly LeftFile[]>([]);
  const [news, setNews] = useState('');
  const look = useCallback((): void => {
    store.alone().then(setFiles, reportError);
  }, [store]);
  useEffect(look, [look]);
  if (files.length === 0 && news === '') return null;
  return (
    <Sheet title={leftWords.title}>
      <p>{leftWords.what}</p>
      <ul className={styles.left}>
        {files.map((file) => (
          <Item
            key={file.profileId}
            file={file}
            handIn={handIn}
            store={store}
            onNews={(words) => {
              setNews(words);
              look();
            }}
          />
        ))}
      </ul>
      <p role="status">{news}</p>
    </Sheet>
  );
}
