/** Does the feed say as much as the tables? Whether it says the same is `against-log.ts`. */
import type { Store } from '../store/store.ts';
import type { Report } from './report.ts';

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

/** A household's rows show in its own scope and in its hamlet's; others' in one. */
const inSubjectScopes = (counts: ReadonlyMap<string, number>): number =>
  sum(counts) + (counts.get('household') ?? 0);

export async function verifyFeed(store: Store, report: Report): Promise<Record<string, number>> {
  const { records, assessments, submissions, comments, office, subjects } = await store.read(
    async ({ audit }) => ({
      records: await audit.records(),
      assessments: await audit.assessments(),
      submissions: await audit.submissions(),
      comments: await audit.comments(),
      office: await audit.officeRows(),
      subjects: await audit.subjectRows(),
    }),
  );
  const expect = (where: string, found: number | undefined, expected: number): void => {
    if ((found ?? 0) !== expected)
      report('feed-differs-from-tables', `feed ${where}: ${found ?? 0} of ${expected}`);
  };
  for (const [entity, rows] of records) expect(`office ${entity}`, office.get(entity), rows);
  expect('office assessment', office.get('assessment'), sum(assessments));
  expect('office submission', office.get('submission'), sum(submissions));
  expect('office comment', office.get('comment'), sum(comments));
  expect('subjects assessment', subjects.get('assessment'), inSubjectScopes(assessments));
  expect('subjects submission', subjects.get('submission'), sum(submissions));
  expect('subjects comment', subjects.get('comment'), inSubjectScopes(comments));
  expect('hamlets household', subjects.get('household'), records.get('household') ?? 0);
  return {
    assessments: sum(assessments),
    comments: sum(comments),
    hamlets: records.get('hamlet') ?? 0,
    households: records.get('household') ?? 0,
    units: records.get('unit') ?? 0,
    feedRows: sum(office) + sum(subjects),
  };
}
