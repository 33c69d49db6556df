/** The phone's camera, for as long as somebody looks through it. */

export type CameraFailure = 'refused' | 'none' | 'busy';

export interface Camera {
  stream: MediaStream;
  hasTorch: boolean;
  setTorch(isOn: boolean): Promise<void>;
  /** Also turns its light off. */
  stop(): void;
}

export type OpenedCamera = { kind: 'open'; camera: Camera } | { kind: 'failed'; reason: CameraFailure };

/** Where cameras are asked for. */
export type Devices = Pick<MediaDevices, 'getUserMedia'>;

const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
};

const failures: Partial<Record<string, CameraFailure>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotReadableError: 'busy',
  AbortError: 'busy',
};
const failureOf = (error: unknown): CameraFailure =>
  (error instanceof DOMException ? failures[error.name] : undefined) ?? 'none';

/** In no standard library of types: a light beside the lens. */
const hasTorch = (track: MediaStreamTrack): boolean => {
  const can: object = typeof track.getCapabilities === 'function' ? track.getCapabilities() : {};
  return 'torch' in can && can.torch === true;
};

/** Asks the person's leave where it was not given yet. `devices` is undefined where the browser has none to offer. */
export async function openCamera(devices: Devices | undefined): Promise<OpenedCamera> {
  if (typeof devices?.getUserMedia !== 'function') return { kind: 'failed', reason: 'none' };
  try {
    const stream = await devices.getUserMedia(WANTED);
    const [track] = stream.getVideoTracks();
    if (track === undefined) return { kind: 'failed', reason: 'none' };
    const camera: Camera = {
      stream,
      hasTorch: hasTorch(track),
      async setTorch(isOn) {
        const light: MediaTrackConstraintSet & { torch: boolean } = { torch: isOn };
        await track.applyConstraints({ advanced: [light] });
      },
      stop: () => track.stop(),
    };
    return { kind: 'open', camera };
  } catch (error) {
    return { kind: 'failed', reason: failureOf(error) };
  }
}
