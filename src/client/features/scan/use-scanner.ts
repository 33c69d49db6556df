/** The camera while the page is looked at, and what it sees. It stops when one leaves, also for another app. */
import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { openCamera, type Camera, type CameraFailure, type Devices } from './camera.ts';
import type { CodeReader } from './code-reader.ts';
import { createFrameGrabber } from './pictures.ts';

export type ScannerState =
  | { kind: 'starting' }
  | { kind: 'looking'; hasTorch: boolean }
  | { kind: 'failed'; reason: CameraFailure | 'noReader' };

/** Between two looks, ms: an old phone has to draw its picture too. */
const REST_MS = 120;
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST_MS));

const watchVisible = (listener: () => void): (() => void) => {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
};
const isVisible = (): boolean => document.visibilityState === 'visible';

export interface Scanner {
  video: RefObject<HTMLVideoElement | null>;
  state: ScannerState;
  isTorchOn: boolean;
  toggleTorch: () => void;
  /** After a failure, by a tap. */
  again: () => void;
}

/** `onText` is told of every code read, and answers whether to go on looking. */
export function useScanner(
  reader: CodeReader,
  devices: Devices | undefined,
  onText: (text: string) => boolean,
): Scanner {
  const video = useRef<HTMLVideoElement>(null);
  const camera = useRef<Camera | null>(null);
  const [state, setState] = useState<ScannerState>({ kind: 'starting' });
  const [isTorchOn, setTorchOn] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isSeen = useSyncExternalStore(watchVisible, isVisible);
  const tell = useEffectEvent(onText);

  useEffect(() => {
    if (!isSeen) return undefined;
    let isGone = false;
    const end = (): void => {
      isGone = true;
      camera.current?.stop();
      camera.current = null;
    };

    async function look(screen: HTMLVideoElement): Promise<void> {
      const grab = createFrameGrabber();
      while (!isGone) {
        const frame = grab(screen);
        const seen = frame === null ? null : await reader.read(frame, 'frame');
        if (isGone) return;
        if (seen?.kind === 'noReader') {
          end();
          setState({ kind: 'failed', reason: 'noReader' });
          return;
        }
        if (seen?.kind === 'text' && !tell(seen.text)) return end();
        await rest();
      }
    }

    async function start(): Promise<void> {
      setState({ kind: 'starting' });
      setTorchOn(false);
      const opened = await openCamera(devices);
      if (opened.kind === 'failed') {
        if (!isGone) setState(opened);
        return;
      }
      const screen = video.current;
      if (isGone || screen === null) return opened.camera.stop();
      camera.current = opened.camera;
      opened.camera.stream.getVideoTracks()[0]?.addEventListener('ended', () => {
        if (isGone) return;
        end();
        setState({ kind: 'failed', reason: 'busy' });
      });
      screen.srcObject = opened.camera.stream;
      // Autoplay may have begun already; a refusal to play again is no news.
      await screen.play().catch(() => undefined);
      if (isGone) return;
      setState({ kind: 'looking', hasTorch: opened.camera.hasTorch });
      await look(screen);
    }

    start().catch((error: unknown) => reportError(error));
    return end;
  }, [reader, devices, attempt, isSeen]);

  const toggleTorch = useCallback(() => {
    const next = !isTorchOn;
    const turn = async (): Promise<void> => {
      try {
        await camera.current?.setTorch(next);
        setTorchOn(next);
      } catch {
        // The light is taken by another app: it stays as it is, and so does its button.
      }
    };
    void turn();
  }, [isTorchOn]);
  const again = useCallback(() => setAttempt((times) => times + 1), []);
  return { video, state, isTorchOn, toggleTorch, again };
}
