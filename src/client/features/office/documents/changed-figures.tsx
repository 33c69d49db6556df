/** Says when the figures under a paper are no longer those its officer read when changing it. */
import { useEffect, useState } from 'react';
import type { PaperDocument } from '#domain/papers/document.ts';
import { officeDocuments } from '#client/messages/office-documents.ts';
import type { Paper } from '#protocol/paper-records.ts';
import { Notice } from '#client/ui/notice.tsx';
import controls from '../controls.module.css';
import { draftDigest } from './paper-record.ts';

const { changed: words } = officeDocuments;

interface ChangedFiguresProps {
  kept: Paper | undefined;
  document: PaperDocument;
  onSeen: () => void;
}

export function ChangedFigures({ kept, document, onSeen }: ChangedFiguresProps) {
  const [now, setNow] = useState<string>();
  useEffect(() => {
    let isLast = true;
    void draftDigest(document).then((digest) => {
      if (isLast) setNow(digest);
    });
    return () => {
      isLast = false;
    };
  }, [document]);
  const hasOwn = kept !== undefined && Object.keys(kept.edits).length > 0;
  if (!hasOwn || kept.facts === undefined || now === undefined || kept.facts === now) return null;
  return (
    <Notice
      tone="wait"
      title={words.title}
      actions={
        <button type="button" className={controls.button} onClick={onSeen}>
          {words.seen}
        </button>
      }
    >
      <p>{words.text}</p>
    </Notice>
  );
}
