/** I5, at delivery: every row that leaves the server belongs to an audience of the credential that asked. */
import { exchangeResponseSchema, type FeedRow } from '#protocol/exchange.ts';
import { proofDevice } from '#protocol/proof.ts';
import type { SimPhone } from '../phone.ts';
import type { Template } from '../template.ts';
import { Broken } from './broken.ts';
import { personOf } from './intents.ts';
import { textIn } from './rows.ts';

interface Owner {
  id?: unknown;
  hamletId?: unknown;
  assessmentId?: unknown;
}

const shared = new Set(['commune', 'campaign', 'deadline', 'criteriaSet', 'hamlet', 'unit']);

/** Subject and hamlet of the form a row speaks of, as the commune has them now. */
function formOf({ server }: Template, row: FeedRow): { subject: string; hamlet: string } | undefined {
  const value: Owner = row.value ?? {};
  const id = row.entity === 'assessment' ? value.id : value.assessmentId;
  const [form] = server.disk.rows('assessment', 'assessment_id = ?', [String(id)]);
  if (form === undefined) return undefined;
  const subject = textIn(form, 'subject_id');
  return { subject, hamlet: form['subject_kind'] === 'hamlet' ? subject : textIn(form, 'hamlet_id') };
}

/** May whoever this is read this row? */
function isTheirs(template: Template, person: string, row: FeedRow): boolean {
  if (person === 'Dung' || row.value === null || shared.has(row.entity)) return true;
  const { hamlets, household } = template.server.village;
  const own = person === 'Cường' ? hamlets[1] : hamlets[0];
  const value: Owner = row.value;
  if (row.entity === 'household') return person === 'Én' ? value.id === household : value.hamletId === own;
  const form = formOf(template, row);
  if (form === undefined) return false;
  return person === 'Én' ? form.subject === household : form.hamlet === own;
}

export function checkDelivered(
  template: Template,
  revoked: ReadonlySet<string>,
  { phone, text, proof }: { phone: SimPhone; text: string; proof: string },
): void {
  if (!text.includes('"rows"')) return;
  const parsed = exchangeResponseSchema.safeParse(JSON.parse(text));
  if (!parsed.success) return;
  if (revoked.has(proofDevice(proof) ?? ''))
    throw new Broken('I5', `${phone.name} was cut off and is answered`);
  for (const row of parsed.data.rows)
    if (!isTheirs(template, personOf(phone.name), row))
      throw new Broken('I5', `${phone.name} was given ${row.entity} ${row.id} in ${row.scope}`);
}
