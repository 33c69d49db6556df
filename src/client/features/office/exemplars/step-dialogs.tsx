/** The questions a step asks before it is taken: what was seen, who said yes, where it was taken up. */
import { dayOf } from '#domain/day.ts';
import type { Exemplar } from '#protocol/paper-records.ts';
import { clock } from '#client/app/platform.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { exemplarWords as words } from '#client/messages/office-exemplars.ts';
import { RecordDialog, textOf, type DialogField, type DialogValues } from '../places/record-dialog.tsx';
import type { DeskSeam } from '../today/office-desk.tsx';
import { readSubject, subjectOptions } from './subjects.ts';

export type Step =
  | 'verify'
  | 'publish'
  | 'backToNominated'
  | 'unpublish'
  | 'withdraw'
  | 'restore'
  | 'replicate';

const NOTE_MAX = 2000;
const NAME_MAX = 200;
const yesNo = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
];

interface StepProps {
  step: Step | null;
  exemplar: Exemplar;
  seam: DeskSeam;
  onPut: (part: Partial<Exemplar>) => Promise<void>;
  onClose: () => void;
}

interface Question {
  title: string;
  note?: string;
  fields: readonly DialogField[];
  initial: DialogValues;
  partOf: (values: DialogValues) => Partial<Exemplar> | { field: string; error: string };
}

function verifyQuestion({ verification, title }: Exemplar): Question {
  return {
    title: fill(words.verifyTitle, { title }),
    fields: [
      {
        id: 'verification',
        label: words.verifyField,
        help: words.verifyHelp,
        type: 'words',
        required: true,
        max: NOTE_MAX,
      },
    ],
    initial: { verification },
    partOf: (values) => ({ state: 'verified', verification: textOf(values, 'verification') ?? '' }),
  };
}

function publishQuestion({ consent, title, photos }: Exemplar, today: string): Question {
  return {
    title: fill(words.publishTitle, { title }),
    note: words.publishText,
    fields: [
      { id: 'takenBy', label: words.takenBy, type: 'words', required: true, max: NAME_MAX },
      { id: 'date', label: words.takenOn, type: 'day', required: true },
      {
        id: 'photos',
        label: words.withPhotos,
        type: 'select',
        required: true,
        none: words.choose,
        options: yesNo,
      },
    ],
    initial: {
      takenBy: consent?.takenBy,
      date: consent?.date ?? today,
      photos: consent && (consent.photos ? 'yes' : 'no'),
    },
    partOf: (values) => {
      const withPhotos = textOf(values, 'photos') === 'yes';
      if (photos.length > 0 && !withPhotos) return { field: 'photos', error: words.photosNoConsent };
      return {
        state: 'published',
        publishedOn: today,
        consent: {
          takenBy: textOf(values, 'takenBy') ?? '',
          date: textOf(values, 'date') ?? today,
          photos: withPhotos,
        },
      };
    },
  };
}

function replicateQuestion(
  { replications, title, subjectId }: Exemplar,
  { seam, today, newId }: { seam: DeskSeam; today: string; newId: () => string },
): Question {
  const options = subjectOptions(seam.desk).filter(({ value }) => !value.endsWith(`:${subjectId ?? '-'}`));
  return {
    title: fill(words.replicateTitle, { title }),
    fields: [
      {
        id: 'subject',
        label: words.replicateSubject,
        type: 'select',
        none: words.replicateOther,
        options,
      },
      { id: 'where', label: words.replicateWhere, type: 'words', max: NAME_MAX },
      { id: 'date', label: words.date, type: 'day', required: true },
      { id: 'note', label: words.replicateNote, type: 'words', max: NOTE_MAX },
    ],
    initial: { date: today },
    partOf: (values) => {
      const subject = readSubject(textOf(values, 'subject'));
      const named = options.find(({ value }) => value === textOf(values, 'subject'))?.label;
      const where = textOf(values, 'where') ?? named;
      if (where === undefined) return { field: 'where', error: words.needed };
      const line = {
        id: newId(),
        where,
        ...(subject && { subjectId: subject.subjectId }),
        date: textOf(values, 'date') ?? today,
        note: textOf(values, 'note') ?? '',
      };
      return { replications: [...replications, line] };
    },
  };
}

function questionOf(step: Step, exemplar: Exemplar, at: Parameters<typeof replicateQuestion>[1]): Question {
  switch (step) {
    case 'verify':
      return verifyQuestion(exemplar);
    case 'publish':
      return publishQuestion(exemplar, at.today);
    case 'replicate':
      return replicateQuestion(exemplar, at);
    case 'withdraw':
    case 'backToNominated':
    case 'unpublish':
    case 'restore':
      return {
        title: fill(words.withdrawTitle, { title: exemplar.title }),
        note: words.withdrawText,
        fields: [],
        initial: {},
        partOf: () => ({ state: 'withdrawn' }),
      };
  }
}

export function StepDialog({ step, exemplar, seam, onPut, onClose }: StepProps) {
  const workspace = useWorkspace();
  if (step === null) return null;
  const today = dayOf(clock.now());
  const { title, note, fields, initial, partOf } = questionOf(step, exemplar, {
    seam,
    today,
    newId: () => workspace.newId(),
  });
  return (
    <RecordDialog
      key={step}
      open
      title={title}
      {...(note !== undefined && { note })}
      fields={fields}
      initial={initial}
      save={words.acts[step]}
      onSave={async (values) => {
        const part = partOf(values);
        if ('error' in part) return part;
        await onPut(part);
        return null;
      }}
      onClose={onClose}
    />
  );
}
