/** The sentence under a sheet's state: as every form's, unless the phone waits for the officer's word. */
import type { ProfileRow } from '#client/db/model.ts';
import { deviceWords } from '#client/messages/devices.ts';
import type { FormState } from '#client/state-of.ts';
import { formSentence } from './form-sentence.ts';

export const sheetSentence = ({ awaits }: Pick<ProfileRow, 'awaits'>, state: FormState): string =>
  awaits === true && state.word === 'queued' ? deviceWords.awaits.line : formSentence(state);
