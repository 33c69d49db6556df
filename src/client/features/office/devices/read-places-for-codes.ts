/** Hamlets and units a code can be made for, with who is there now. */
import { hasEndedBy } from '#domain/standing.ts';
import { searchKey } from '#domain/vietnamese/search-key.ts';
import type { CodeRequest } from '#protocol/devices.ts';
import { officeDevices } from '#client/messages/devices-office.ts';
import { fill } from '#client/messages/fill.ts';
import type { Workspace } from '#client/workspace.ts';

export interface CodePlace {
  /** `hamlet:ID` or `unit:ID`, as in the address. */
  ref: string;
  id: string;
  kind: 'hamlet' | 'unit';
  name: string;
  /** As it stands inside a sentence: "xóm Chùa 9". */
  said: string;
  /** Head or contact, as the list has it; '' = not known. */
  person: string;
  key: string;
}

/** Roles a place has, the usual one first. */
export const rolesOf = (kind: CodePlace['kind']): readonly CodeRequest['role'][] =>
  kind === 'hamlet' ? ['hamletHead', 'hamletHelper'] : ['unitContact'];

const unitNames = new Intl.Collator('vi', { numeric: true });

const placeOf = (kind: CodePlace['kind'], id: string, name: string, person = ''): CodePlace => ({
  ref: `${kind}:${id}`,
  id,
  kind,
  name,
  said: kind === 'hamlet' ? fill(officeDevices.hamletOf, { name }) : name,
  person,
  key: searchKey(`${name} ${person}`),
});

/** Hamlets in the commune's order, then units by name. `day`: YYYY-MM-DD; what has ended by then is left out. */
export async function readCodePlaces(workspace: Pick<Workspace, 'rows'>, day: string): Promise<CodePlace[]> {
  const hamlets = (await workspace.rows('hamlet'))
    .map(({ value }) => value)
    .filter((each) => !hasEndedBy(each, day));
  const units = (await workspace.rows('unit'))
    .map(({ value }) => value)
    .filter((each) => !hasEndedBy(each, day));
  return [
    ...hamlets
      .sort((a, b) => a.order - b.order)
      .map(({ id, name, headName }) => placeOf('hamlet', id, name, headName)),
    ...units
      .sort((a, b) => unitNames.compare(a.name, b.name))
      .map(({ id, name, headName }) => placeOf('unit', id, name, headName)),
  ];
}
