/** Xuất bài chưa gửi: one tap, one file that only the commune can read. Exporting changes nothing on this phone. */
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { RESCUE_TYPE } from '#protocol/rescue.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { handOver } from '#client/form/hand-over.ts';
import { fill } from '#client/messages/fill.ts';
import { rescueWords } from '#client/messages/rescue.ts';
import { Button } from '#client/ui/button.tsx';
import { Sheet } from '#client/ui/sheet.tsx';
import type { Workspace } from '#client/workspace.ts';
import { HAND_IN_PATH } from './hand-in-path.ts';

/** A workspace, or a profile whose database this build may not open. */
type Source = Pick<Workspace, 'profile' | 'exportRescue'>;

async function exportNow({ profile, exportRescue }: Source): Promise<string> {
  const made = await exportRescue();
  switch (made.kind) {
    case 'nothingWaits':
      return rescueWords.nothingWaits;
    case 'noCommuneKey':
      return rescueWords.noCommuneKey;
    case 'file': {
      const file = new File([made.bytes], made.name, { type: RESCUE_TYPE });
      const title = fill(rescueWords.shareTitle, { title: profile.title });
      const figures = { n: made.operations, name: made.name };
      const over = await handOver(file, title);
      if (over === 'cancelled') return '';
      return fill(over === 'shared' ? rescueWords.shared : rescueWords.saved, figures);
    }
  }
}

export const RescueExport = () => <RescueExportFrom from={useWorkspace()} />;

export function RescueExportFrom({ from }: { from: Source }) {
  const [busy, setBusy] = useState(false);
  const [news, setNews] = useState('');

  async function press(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setNews(rescueWords.exporting);
    try {
      setNews(await exportNow(from));
    } catch {
      setNews(rescueWords.exportFailed);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Sheet title={rescueWords.exportTitle}>
      <p>{rescueWords.exportWhat}</p>
      <p>{fill(rescueWords.exportHow, { address: `${location.host}${HAND_IN_PATH}` })}</p>
      <p>{rescueWords.exportKeeps}</p>
      <Button wide icon={<FileDown />} aria-busy={busy} onClick={() => void press()}>
        {rescueWords.exportButton}
      </Button>
      <p role="status">{news}</p>
    </Sheet>
  );
}
