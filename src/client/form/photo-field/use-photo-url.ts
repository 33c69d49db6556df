/** Bytes as an address an `<img>` can show, let go of when it goes. */
import { useEffect, useState } from 'react';

export type PhotoUrl = { kind: 'loading' } | { kind: 'shown'; url: string } | { kind: 'absent' };

/** `question`: another one, and `load` is asked again. */
export function usePhotoUrl(load: () => Promise<ArrayBuffer | null>, question: string): PhotoUrl {
  const [shown, setShown] = useState<PhotoUrl>({ kind: 'loading' });
  useEffect(() => {
    let isOver = false;
    let url: string | undefined;
    setShown({ kind: 'loading' });
    load().then(
      (bytes) => {
        if (isOver) return;
        if (bytes === null) return setShown({ kind: 'absent' });
        url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
        setShown({ kind: 'shown', url });
      },
      () => !isOver && setShown({ kind: 'absent' }),
    );
    return () => {
      isOver = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
    // A new function each time; the question says whether it asks for something else.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [question]);
  return shown;
}
