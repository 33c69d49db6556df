/** Pixels to look for a code in: the middle of what the camera sees, or a picture somebody chose. */

/** A slip's code fills a third of the frame when it is held well: six pixels a module are left. */
const FRAME_EDGE = 720;
/** Tried in turn: what a large picture hides in its grain, a smaller one shows. */
const PICTURE_EDGES = [1280, 2560, 640];

const contextOf = (width: number, height: number): CanvasRenderingContext2D | null => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d', { willReadFrequently: true });
};

/** Takes the square in the middle, which is what the frame on the screen shows; null while there is no picture. */
export function createFrameGrabber(): (video: HTMLVideoElement) => ImageData | null {
  let context: CanvasRenderingContext2D | null = null;
  return (video) => {
    const { videoWidth: w, videoHeight: h } = video;
    const side = Math.min(w, h);
    if (side === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    const edge = Math.min(side, FRAME_EDGE);
    if (context?.canvas.width !== edge) context = contextOf(edge, edge);
    if (context === null) return null;
    context.drawImage(video, (w - side) / 2, (h - side) / 2, side, side, 0, 0, edge, edge);
    return context.getImageData(0, 0, edge, edge);
  };
}

/** Sizes to look at, one at a time, the likeliest first. @throws when the file is no picture this phone can open. */
export async function* pixelsOf(file: Blob): AsyncGenerator<ImageData> {
  const bitmap = await createImageBitmap(file);
  try {
    const long = Math.max(bitmap.width, bitmap.height);
    for (const edge of PICTURE_EDGES) {
      // Drawing it larger than it is shows nothing more.
      if (edge > long && edge !== PICTURE_EDGES[0]) continue;
      const scale = Math.min(1, edge / long);
      const width = Math.max(1, Math.round(bitmap.width * scale));
      const height = Math.max(1, Math.round(bitmap.height * scale));
      const context = contextOf(width, height);
      if (context === null) return;
      context.drawImage(bitmap, 0, 0, width, height);
      yield context.getImageData(0, 0, width, height);
    }
  } finally {
    bitmap.close();
  }
}
