/** The sentence after a state word: what happened, and where the data is now, with a time where there is one. */
import { formatDate, formatTime } from '#domain/vietnamese/format.ts';
import { common } from '#client/messages/common.ts';
import { fill } from '#client/messages/fill.ts';
import { stateSentences } from '#client/messages/states.ts';
import type { FormState } from '#client/state-of.ts';

const waitingSentence = (reason: Extract<FormState, { word: 'queued' }>['reason']): string => {
  switch (reason) {
    case 'noNetwork':
      return stateSentences.queuedNoNetwork;
    case 'captivePortal':
      return stateSentences.queuedCaptive;
    case 'busy':
      return stateSentences.queuedBusy;
    default:
      return stateSentences.queued;
  }
};

export function formSentence(state: FormState): string {
  switch (state.word) {
    case 'draft':
      return state.savedAt === null
        ? stateSentences.empty
        : fill(stateSentences.draft, { gio: formatTime(state.savedAt) });
    case 'unsaved':
      return common.notSaved[state.reason];
    case 'queued':
      return waitingSentence(state.reason);
    case 'received':
    case 'safe':
      return fill(stateSentences[state.word], {
        gio: formatTime(state.receivedAt),
        ngay: formatDate(state.receivedAt),
      });
    default:
      return stateSentences[state.word];
  }
}
