/** Opened once, at the build: turns the XForm into what Enketo shows, as its server would and not the phone. */
import { transform } from 'enketo-transformer/web';

Reflect.set(globalThis, 'transformForm', async (xform: string) => {
  const { form, model } = await transform({ xform });
  return { form, model };
});
