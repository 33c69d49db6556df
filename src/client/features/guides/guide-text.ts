/** A guide as it is read here: with the telephone numbers the commune has on record, or without the clause. */
import type { Guide } from '#domain/guides.ts';
import { guideWords } from '#client/messages/guides.ts';
import { fill } from '#client/messages/fill.ts';

/** By placeholder; '' or absent: not known, the placeholder goes with the space before it. */
export type GuideFacts = Partial<Record<'dienThoaiCongAn' | 'dienThoaiXom', string>>;

export const fillKnown = (text: string, facts: GuideFacts): string => {
  const known: Record<string, string | undefined> = { ...facts };
  return text.replaceAll(/ ?\{(\w+)\}/g, (_, key: string) => (known[key] ? ` ${known[key]}` : ''));
};

export const filledGuide = (guide: Guide, facts: GuideFacts): Guide => ({
  ...guide,
  steps: guide.steps.map((step) => ({ ...step, text: fillKnown(step.text, facts) })),
  ...(guide.footer !== undefined && { footer: fillKnown(guide.footer, facts) }),
});

/** To be read aloud. */
export const spokenGuide = ({ title, steps, footer }: Guide): string =>
  [
    `${title}.`,
    ...steps.map(({ text }, at) => fill(guideWords.spokenStep, { n: at + 1, text })),
    footer ?? '',
  ]
    .join(' ')
    .trim();

/** To be sent on, line by line. */
export const sharedGuide = ({ title, steps, footer }: Guide): string =>
  [
    title,
    ...steps.map(
      ({ text, mayDiffer }, at) => `${at + 1}. ${text}${mayDiffer ? ` (${guideWords.mayDiffer})` : ''}`,
    ),
    ...(footer === undefined ? [] : [footer]),
  ].join('\n');
