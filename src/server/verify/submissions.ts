/** Submissions against the operations they came in: digest, receipt code, and the score, computed again. */
import { score } from '#domain/score.ts';
import { receiptCodeOf } from '#protocol/code.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { createFactsCache } from '../sync/facts.ts';
import { submittedBody } from '../sync/judge/submission-rows.ts';
import { PAGE, type Report } from './report.ts';

export async function verifySubmissions(store: Store, report: Report): Promise<{ submissions: number }> {
  const facts = createFactsCache();
  const verifyPage = async (tables: Tables, after: string) => {
    const commune = await tables.commune.find();
    const { sets } = await facts.of(tables, commune?.facts_op ?? '');
    const page = await tables.submission.page(after, PAGE);
    for (const { submission_id: id, criteria_set, server_score, receipt_code, digest } of page) {
      const where = `submission ${id}`;
      if (receiptCodeOf(digest) !== receipt_code) report('receipt-code-differs', where);
      const operation = await tables.operation.find(id);
      if (operation?.op_hash !== digest) report('submission-without-its-operation', where);
      const body = await submittedBody(tables, id);
      const set = sets.get(criteria_set)?.set;
      if (set === undefined) report('criteria-set-missing', where);
      else if (body !== null && score(set, body.snapshot).normalised !== server_score)
        report('score-differs', where);
    }
    return page;
  };
  let submissions = 0;
  for (let after = '', more = true; more;) {
    const page = await store.read((tables) => verifyPage(tables, after));
    submissions += page.length;
    after = page.at(-1)?.submission_id ?? after;
    more = page.length === PAGE;
  }
  return { submissions };
}
