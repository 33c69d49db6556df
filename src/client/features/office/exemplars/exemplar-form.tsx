/** A good example put forward or put right; a new one may begin from a person a hamlet or unit has put forward. */
import { useState } from 'react';
import { pillars } from '#domain/criteria-set.ts';
import { firstSentence } from '#domain/exemplars/script.ts';
import type { Exemplar } from '#protocol/paper-records.ts';
import { exemplarWords as words } from '#client/messages/office-exemplars.ts';
import { office } from '#client/messages/office.ts';
import { SelectField } from '#client/ui/select-field.tsx';
import { RecordDialog, textOf, type DialogField, type DialogValues } from '../places/record-dialog.tsx';
import type { DeskSeam } from '../today/office-desk.tsx';
import type { Voices } from './read-exemplars.ts';
import { readSubject, subjectOptions, subjectWord } from './subjects.ts';

const { fields: said } = words;
const TITLE_MAX = 200;
const STORY_MAX = 20_000;
const NOTE_MAX = 2000;

const kinds = ['goodPractice', 'exemplar'] as const;

type Words = Omit<Exemplar, 'id' | 'campaignId'>;

const fieldsOf = ({ desk }: DeskSeam): DialogField[] => [
  {
    id: 'kind',
    label: said.kind,
    type: 'select',
    required: true,
    none: words.choose,
    options: kinds.map((value) => ({ value, label: words.kinds[value] })),
  },
  { id: 'title', label: said.title, help: said.titleHelp, type: 'words', required: true, max: TITLE_MAX },
  {
    id: 'subject',
    label: said.subject,
    type: 'select',
    none: said.subjectNone,
    options: subjectOptions(desk),
  },
  { id: 'who', label: said.who, help: said.whoHelp, type: 'words', required: true, max: TITLE_MAX },
  { id: 'story', label: said.story, help: said.storyHelp, type: 'words', required: true, max: STORY_MAX },
  { id: 'result', label: said.result, help: said.resultHelp, type: 'words', max: NOTE_MAX },
  {
    id: 'pillar',
    label: said.pillar,
    type: 'select',
    none: said.pillarNone,
    options: pillars.map((value) => ({ value, label: office.pillars[value] })),
  },
];

const initialOf = ({
  kind,
  title,
  who,
  story,
  result,
  pillar,
  subjectKind,
  subjectId,
}: Exemplar): DialogValues => ({
  kind,
  title,
  who,
  story,
  result,
  pillar,
  subject: subjectKind && subjectId && subjectWord(subjectKind, subjectId),
});

/** What the dialog gives, laid over what was there. */
function valueOf(values: DialogValues, before: Exemplar | null): Words {
  const pillar = pillars.find((each) => each === textOf(values, 'pillar'));
  const subject = readSubject(textOf(values, 'subject'));
  const { photos = [], replications = [], verification = '', state = 'nominated' } = before ?? {};
  const isSame = subject?.subjectId === before?.subjectId;
  return {
    kind: kinds.find((each) => each === textOf(values, 'kind')) ?? 'goodPractice',
    title: textOf(values, 'title') ?? '',
    who: textOf(values, 'who') ?? '',
    story: textOf(values, 'story') ?? '',
    result: textOf(values, 'result') ?? '',
    ...(pillar !== undefined && { pillar }),
    ...subject,
    state,
    verification,
    // Pictures are those of its hamlet or unit.
    photos: isSame ? photos : [],
    replications,
    ...(before?.consent && { consent: before.consent }),
    ...(before?.publishedOn !== undefined && { publishedOn: before.publishedOn }),
  };
}

interface FormProps {
  open: boolean;
  before: Exemplar | null;
  seam: DeskSeam;
  voices: Voices;
  onSave: (value: Words) => Promise<void>;
  onClose: () => void;
}

export function ExemplarForm({ open, before, seam, voices, onSave, onClose }: FormProps) {
  const [from, setFrom] = useState<string | null>(null);
  const { hamlets, units } = seam.desk;
  const nameOf = (id: string): string => [...hamlets, ...units].find((each) => each.id === id)?.name ?? '';
  const person = voices.nominations.find(({ id }) => id === from);
  const initial: DialogValues =
    before !== null
      ? initialOf(before)
      : person === undefined
        ? { kind: 'goodPractice' }
        : {
            kind: 'exemplar',
            title: firstSentence(person.contribution).slice(0, TITLE_MAX),
            who: [person.personName, nameOf(person.subjectId)].filter(Boolean).join(', '),
            story: person.contribution,
            result: person.result,
            subject: subjectWord(person.subjectKind, person.subjectId),
          };
  return (
    <RecordDialog
      key={from ?? ''}
      open={open}
      title={before === null ? words.add : `${words.edit}: ${before.title}`}
      fields={fieldsOf(seam)}
      initial={initial}
      save={before === null ? words.save : words.saveEdit}
      lead={
        before === null &&
        voices.nominations.length > 0 && (
          <SelectField
            label={said.from}
            none={said.fromNone}
            options={voices.nominations.map(({ id, personName, subjectId }) => ({
              value: id,
              label: `${personName}, ${nameOf(subjectId)}`,
            }))}
            value={from}
            onChange={setFrom}
          />
        )
      }
      onSave={async (values) => {
        await onSave(valueOf(values, before));
        setFrom(null);
        return null;
      }}
      onClose={onClose}
    />
  );
}
