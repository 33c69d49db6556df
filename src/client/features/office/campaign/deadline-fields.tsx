/** Until when each kind of form counts as on time: the words of the papers and the day they mean. */
import { subjectKinds } from '#domain/criteria-set.ts';
import { cutoffAfter, lastDayOf } from '#domain/next-year.ts';
import type { Deadline } from '#protocol/entities.ts';
import { fill } from '#client/messages/fill.ts';
import { campaignWords as words } from '#client/messages/office-campaign.ts';
import { TextField } from '#client/ui/text-field.tsx';
import { PointsField } from '../criteria/points-field.tsx';
import own from './campaign.module.css';
import { DayField } from './day-field.tsx';

interface DeadlineFieldsProps {
  dated: readonly Deadline[];
  put: (id: string, part: Partial<Deadline>) => void;
  /** Takes a day where one stands, and remembers the field where none does. */
  day: (name: string, take: (day: string) => void) => (value: string | null) => void;
}

export function DeadlineFields({ dated, put, day }: DeadlineFieldsProps) {
  const { fields } = words;
  return (
    <>
      {subjectKinds.map((kind) => {
        const deadline = dated.find(({ subjectKind }) => subjectKind === kind);
        if (deadline === undefined) return null;
        const called = { kind: words.kinds[kind] };
        return (
          <div key={kind} className={own.fields}>
            <TextField
              label={fill(fields.phrase, called)}
              value={deadline.phrase}
              error={deadline.phrase.trim() === '' ? words.needed : undefined}
              onChange={(phrase) => put(deadline.id, { phrase })}
            />
            <DayField
              label={fill(fields.cutoff, called)}
              help={fields.cutoffHelp}
              value={lastDayOf(deadline.cutoffAt)}
              onChange={day(kind, (last) => last !== '' && put(deadline.id, { cutoffAt: cutoffAfter(last) }))}
            />
            <PointsField
              whole
              label={fill(fields.grace, called)}
              value={deadline.graceDays}
              onChange={(graceDays) =>
                graceDays !== null && put(deadline.id, { graceDays: Math.min(60, graceDays) })
              }
            />
          </div>
        );
      })}
    </>
  );
}
