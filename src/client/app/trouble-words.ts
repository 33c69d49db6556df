/** The sentence for why something could not be opened. */
import { appTrouble } from '#client/messages/app-trouble.ts';
import { OpenFailure } from './open-failure.ts';

export const troubleWords = (error: unknown): string =>
  error instanceof OpenFailure ? appTrouble[error.reason] : appTrouble.errorText;
