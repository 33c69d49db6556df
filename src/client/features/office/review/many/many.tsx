/** Choosing many families' forms in the list: their soundness, what is chosen, and the question before it is done. */
import { useMemo, useState } from 'react';
import type { LeftReason } from '#domain/review/sound.ts';
import { reviewManyWords as words } from '#client/messages/office-review-many.ts';
import { useScreenKeys } from '../../help/keys.tsx';
import type { Entry } from '../../entries.ts';
import type { DeskSeam } from '../../today/office-desk.tsx';
import { soundness, type Soundness } from './soundness.ts';
import { SelectBar } from './select-bar.tsx';
import type { Chosen } from './use-chosen.ts';
import type { VerifyRunner } from './use-verify-run.ts';
import { VerifyManyDialog } from './verify-many-dialog.tsx';

/** The list's entries with their soundness while many are chosen; null otherwise, or until the machine has been read. */
export const useSoundness = (
  entries: readonly Entry[] | undefined,
  seam: DeskSeam | undefined,
  isPicking: boolean,
  busy: ReadonlySet<string>,
): Soundness | null =>
  useMemo(
    () =>
      isPicking && entries !== undefined && seam !== undefined ? soundness(entries, seam.desk, busy) : null,
    [isPicking, entries, seam, busy],
  );

interface ManyProps {
  sound: Soundness;
  shown: readonly Entry[];
  within: readonly Entry[];
  left: LeftReason | null;
  chosen: Chosen;
  runner: VerifyRunner;
  onLeft: (reason: LeftReason | null) => void;
  onEnd: () => void;
}

export function Many({ sound, chosen, runner, ...bar }: ManyProps) {
  const [isAsking, setAsking] = useState(false);
  const isBusy = runner.run?.state === 'going';
  const keys = useMemo(
    () => [
      { keys: [' '], does: words.keys.toggle },
      { keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], does: words.keys.range },
      { keys: ['a'], does: words.keys.all, act: chosen.all },
      {
        keys: ['v'],
        does: words.keys.go,
        act: () => setAsking(chosen.ids.size > 0 && !isBusy),
      },
    ],
    [chosen, isBusy],
  );
  useScreenKeys(keys);
  const go = (): void => {
    const forms = [...chosen.ids].flatMap((id) => sound.seen.get(id) ?? []);
    chosen.none();
    void runner.start(forms);
  };
  return (
    <>
      <SelectBar {...bar} chosen={chosen} isBusy={isBusy} onGo={() => setAsking(true)} />
      {isAsking && <VerifyManyDialog n={chosen.ids.size} onGo={go} onClose={() => setAsking(false)} />}
    </>
  );
}
