/**
 * The process that decodes strangers' pictures. It gets bytes and gives bytes through its parent's pipe: no path, no key,
 * no database, an empty environment. Its parent kills it when it takes too long or grows too large.
 */
import { allowThreeDecoders, encodePicture } from './encode-picture.ts';

allowThreeDecoders();

/** A server told to stop ends its children itself, after what they have in hand. */
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));

process.on('message', (message) => {
  if (!(message instanceof Uint8Array)) throw new TypeError('only bytes are sent here');
  void encodePicture(message).then((outcome) => process.send?.(outcome));
});
process.send?.({ kind: 'ready' });
