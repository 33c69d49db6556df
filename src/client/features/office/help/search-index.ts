/** What the office's search finds: screens, hamlets, units, households and receipts, each with where it leads. */
import { dayOf } from '#domain/day.ts';
import { hasEndedBy, type Dated } from '#domain/standing.ts';
import { sortedByName } from '#domain/vietnamese/name-order.ts';
import { matches, searchKey } from '#domain/vietnamese/search-key.ts';
import { clock } from '#client/app/platform.ts';
import type { Workspace } from '#client/workspace.ts';
import { hasEnded } from '#client/subject/household-gone.ts';
import { officeHelp } from '#client/messages/office-help.ts';
import { PROGRESS_PATH, submissionPath } from '../paths.ts';
import { householdsOf, UNITS_TAB } from '../places/paths.ts';
import { screens } from '../screens.ts';

export interface Found {
  id: string;
  kind: 'screen' | 'hamlet' | 'unit' | 'household';
  name: string;
  /** Of the rail, where a screen stands. */
  section: string;
  /** Human code of a household. */
  code: string;
  hamletName: string;
  receiptCode: string;
  hasSent: boolean;
  href: string;
  key: string;
}

type Place = Exclude<Found['kind'], 'screen'>;

/** Every screen of the office, in the order of the rail, whoever asks. */
export const screensFound: readonly Found[] = screens.map(({ path, word, section }) => ({
  id: path,
  kind: 'screen',
  name: word,
  section: officeHelp.sections[section],
  code: '',
  hamletName: '',
  receiptCode: '',
  hasSent: false,
  href: path,
  key: searchKey(word),
}));

/** Where one that has not sent is looked at. */
const withoutForm: Record<Place, (id: string, hamletId: string) => string> = {
  hamlet: (id) => `${PROGRESS_PATH}?chuoi=${id}`,
  unit: () => UNITS_TAB,
  household: (_id, hamletId) => householdsOf(hamletId),
};

/** All of the replica one can find, hamlets and units before households, households by name. */
export async function readSearchIndex(workspace: Workspace): Promise<Found[]> {
  const [hamlets, units, households, assessments] = await Promise.all([
    workspace.rows('hamlet'),
    workspace.rows('unit'),
    workspace.rows('household'),
    workspace.rows('assessment'),
  ]);
  const sent = new Map(
    assessments.flatMap(({ value }) => {
      const current = value.submissions.filter((each) => each.current).at(-1) ?? value.submissions.at(-1);
      return current === undefined ? [] : [[value.subjectId, current] as const];
    }),
  );
  const names = new Map(hamlets.map(({ id, value }) => [id, value.name]));
  const found = (
    part: Pick<Found, 'id' | 'name'> & { kind: Place; code?: string | undefined; hamletId?: string },
  ): Found => {
    const { id, kind, name, code = '', hamletId = '' } = part;
    const submission = sent.get(id);
    const hamletName = names.get(hamletId) ?? '';
    const receiptCode = submission?.receiptCode ?? '';
    return {
      id,
      kind,
      name,
      section: '',
      code,
      hamletName,
      receiptCode,
      hasSent: submission !== undefined,
      href: submission === undefined ? withoutForm[kind](id, hamletId) : submissionPath(submission.id),
      key: searchKey(`${name} ${hamletName} ${code} ${receiptCode}`),
    };
  };
  const day = dayOf(clock.now());
  // Ended, it is looked up for what it sent in its time.
  const isFound = ({ id, value }: { id: string; value: Dated }): boolean =>
    sent.has(id) || !hasEndedBy(value, day);
  return [
    ...hamlets
      .filter(isFound)
      .sort((a, b) => a.value.order - b.value.order)
      .map(({ id, value }) => found({ id, kind: 'hamlet', name: value.name })),
    ...sortedByName(units.filter(isFound), ({ value }) => value.name).map(({ id, value }) =>
      found({ id, kind: 'unit', name: value.name }),
    ),
    ...sortedByName(
      households.filter(({ value }) => !hasEnded(value)),
      ({ value }) => value.householder,
    ).map(({ id, value }) =>
      found({ id, kind: 'household', name: value.householder, code: value.code, hamletId: value.hamletId }),
    ),
  ];
}

/** Codes are typed with and without their hyphens. */
export function findIn(index: readonly Found[], query: string): Found[] {
  const joined = searchKey(query).replaceAll('-', '');
  if (joined === '') return [];
  return index.filter(
    ({ key, receiptCode, code }) =>
      matches(key, query) ||
      (receiptCode !== '' && receiptCode.toLowerCase().startsWith(joined)) ||
      (code !== '' && code.toLowerCase().replaceAll('-', '') === joined),
  );
}
