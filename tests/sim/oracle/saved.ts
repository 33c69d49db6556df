/** "Saved" was said: what was typed is on the disk. */
import { textOf } from '#client/db/answer-text.ts';
import type { SimPhone } from '../phone.ts';
import type { Tab } from '../tab.ts';
import { shownIn } from '../people.ts';
import type { World } from '../world.ts';
import { Broken } from './broken.ts';

/** Right after a person's typing ended; another tab may have typed on since. */
export async function checkSaved(world: World, phone: SimPhone, tab: Tab): Promise<void> {
  const typed = shownIn(tab);
  if (typed === undefined || phone.living().length > 1) return;
  const { drafts } = await phone.view();
  const draft = drafts.find(({ id }) => id === typed.draft.id);
  const here = textOf(draft?.answers[typed.field]);
  const wanted = textOf(typed.draft.answers[typed.field]);
  world.check(() => {
    if (here !== wanted && here === draft?.sealed[typed.field] && typed.stale) return;
    if (here !== wanted)
      throw new Broken('I3', `${phone.name} saved ${typed.field} = ${wanted}, on disk is ${here}`);
  });
}
