/** Pictures of real QR codes, as a camera or a chat would give them. Plain arithmetic. */
import { encode } from 'uqr';

/** Grey, one byte a pixel, rows from the top. */
export interface GreyPicture {
  width: number;
  height: number;
  grey: Uint8Array;
}

interface Scene {
  width: number;
  height: number;
  /** Of the code's side without its quiet zone, in pixels. */
  side: number;
  /** Radians; the paper is held askew. */
  turn?: number;
  /** Of light and dark, 0 to 255: a shadow lies over the paper and the ink is not black. */
  paper?: number;
  ink?: number;
  /** Adds up to this much to each pixel, either way. */
  noise?: (x: number, y: number) => number;
}

const BACKGROUND = 150;
const QUIET = 4;

/** The code in the middle of the picture, on its paper. */
export function drawQr(text: string, scene: Scene): GreyPicture {
  const { width, height, side, turn = 0, paper = 235, ink = 20, noise = () => 0 } = scene;
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const grey = new Uint8Array(width * height);
  const module = side / size;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const column = Math.floor((dx * cos + dy * sin) / module + size / 2);
      const row = Math.floor((dy * cos - dx * sin) / module + size / 2);
      const isPaper = [column, row].every((at) => at >= -QUIET && at < size + QUIET);
      const light = !isPaper ? BACKGROUND : data[row]?.[column] === true ? ink : paper;
      grey[y * width + x] = Math.min(255, Math.max(0, light + noise(x, y)));
    }
  }
  return { width, height, grey };
}

/** As a canvas gives it. */
export function rgbaOf({ width, height, grey }: GreyPicture): {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
} {
  const data = new Uint8ClampedArray(width * height * 4);
  grey.forEach((light, at) => data.set([light, light, light, 255], at * 4));
  return { data, width, height };
}

/** A film of one picture, in the form Chromium takes for a camera (`--use-file-for-fake-video-capture`). */
export function y4mOf({ width, height, grey }: GreyPicture, frames = 2): Uint8Array {
  const head = new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const mark = new TextEncoder().encode('FRAME\n');
  const colour = new Uint8Array((width * height) / 2).fill(128);
  const film = Array.from({ length: frames }, () => [mark, grey, colour]).flat();
  return Buffer.concat([head, ...film]);
}
