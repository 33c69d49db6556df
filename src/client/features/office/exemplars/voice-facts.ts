/** Good examples and bulletins as people read them, where two versions of one stand side by side. Pure. */
import type { Bulletin, Exemplar } from '#protocol/paper-records.ts';
import { fill } from '#client/messages/fill.ts';
import { bulletinWords } from '#client/messages/office-bulletin.ts';
import { exemplarWords as words } from '#client/messages/office-exemplars.ts';
import { office } from '#client/messages/office.ts';
import { shownDay } from '../places/read-places.ts';
import type { Facts } from '../stale-lines.ts';
import { lengthWords } from './length-words.ts';
import type { Voices } from './read-exemplars.ts';

/** Pictures by their number among all that may be chosen: two choices of equally many differ. */
const photoNumbers = (photos: readonly string[], { photosById }: Pick<Voices, 'photosById'>): string => {
  const all = [...photosById.keys()];
  return photos.map((id) => all.indexOf(id) + 1).join(', ');
};

const consentWords = ({ takenBy, date, photos }: NonNullable<Exemplar['consent']>): string =>
  fill(words.consentLine, { takenBy, date: shownDay(date) }) +
  (photos ? words.consentPhotos : words.consentNoPhotos);

export const exemplarFacts = (
  exemplar: Exemplar,
  voices: Pick<Voices, 'photosById'>,
  subjectName: (id: string) => string,
): Facts => [
  [words.columns.state, words.states[exemplar.state]],
  [words.fields.kind, words.kinds[exemplar.kind]],
  [words.fields.title, exemplar.title],
  [words.fields.who, exemplar.who],
  [words.fields.subject, exemplar.subjectId === undefined ? '' : subjectName(exemplar.subjectId)],
  [words.fields.pillar, exemplar.pillar === undefined ? '' : office.pillars[exemplar.pillar]],
  [words.fields.story, exemplar.story],
  [words.fields.result, exemplar.result],
  [words.verification, exemplar.verification],
  [words.consent, exemplar.consent === undefined ? '' : consentWords(exemplar.consent)],
  [words.acts.photos, photoNumbers(exemplar.photos, voices)],
  [
    words.columns.replications,
    exemplar.replications
      .map(({ date, where, note }) =>
        [fill(words.replicationLine, { date: shownDay(date), where }), note].filter(Boolean).join('. '),
      )
      .join('\n'),
  ],
];

export const bulletinFacts = (bulletin: Bulletin, exemplarTitle: (id: string) => string): Facts => [
  [bulletinWords.name, bulletin.title],
  [bulletinWords.length, lengthWords(bulletin.seconds)],
  [bulletinWords.chosen, bulletin.exemplars.map(exemplarTitle).join('; ')],
  [bulletinWords.script, bulletin.script],
  [bulletinWords.post, bulletin.post],
  [
    bulletinWords.log,
    bulletin.broadcasts
      .map(({ date, time, minutes, channel }) => `${shownDay(date)} ${time}, ${minutes}, ${channel}`)
      .join('\n'),
  ],
];
