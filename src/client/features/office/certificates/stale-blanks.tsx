/** Blanks measured on two machines at once, or taken out on one of them: what both say, until a person chooses. */
import type { Blank } from '#domain/certificates/blank.ts';
import { fieldNames } from '#domain/certificates/fields.ts';
import { formatNumber } from '#domain/vietnamese/format.ts';
import { certificateBlankSchema } from '#protocol/paper-records.ts';
import { useWorkspace } from '#client/app/workspace-context.tsx';
import { fill } from '#client/messages/fill.ts';
import { blankWords as words, fieldWords } from '#client/messages/office-certificates.ts';
import type { Facts } from '../stale-lines.ts';
import { StaleOf } from '../stale-notices.tsx';

const mm = (tenths: number): string => formatNumber(tenths / 10);

/** One line for each thing a blank says, in millimetres and points. */
const factsOf = ({ name, width, height, shift, fields }: Blank): Facts => [
  [words.name, name],
  [words.columns.size, fill(words.sizeOf, { width: mm(width), height: mm(height) })],
  [words.shift, fill(words.sides.shift, { x: mm(shift.x), y: mm(shift.y) })],
  ...fieldNames.map((field) => {
    const place = fields[field];
    const text =
      place === undefined
        ? words.sides.unprinted
        : fill(words.sides.field, {
            x: mm(place.x),
            y: mm(place.y),
            width: mm(place.width),
            size: formatNumber(place.halfPoints / 2),
            align: words.aligns[place.align].toLocaleLowerCase('vi'),
          });
    return [fieldWords[field], text] as const;
  }),
];

const nameOf = ({ name }: Blank): string => name;

/** Above whatever is printed or measured: a sheet drawn by one version is not printed while the other is unread. */
export function StaleBlanks() {
  const { role } = useWorkspace().profile;
  return role === 'officer' ? (
    <StaleOf entity="certificateBlank" schema={certificateBlankSchema} titleOf={nameOf} factsOf={factsOf} />
  ) : null;
}
