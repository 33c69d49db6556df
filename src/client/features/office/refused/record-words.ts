/** Any record as the log names and labels it. Pure. */
import type { RecordEntity } from '#protocol/entities.ts';
import { fill } from '#client/messages/fill.ts';
import { auditEntities } from '#client/messages/office-audit-words.ts';
import { refusedWords } from '#client/messages/office-refused.ts';
import type { Names } from '../audit/read-names.ts';
import { fieldWords, valueWords } from '../audit/value-words.ts';
import type { Facts } from '../stale-lines.ts';

type Members = Readonly<Record<string, unknown>>;

const TITLE_MAX = 80;
const unsaid: ReadonlySet<string> = new Set(['id', 'campaignId']);
const naming = ['name', 'title', 'householder', 'personName', 'label'] as const;

/** Every member under the word of its field; two that share a word stand on one line. */
export function recordFacts(value: Members, names: Names): Facts {
  const facts = new Map<string, string>();
  for (const [field, member] of Object.entries(value)) {
    if (unsaid.has(field) || member === '') continue;
    const label = fieldWords(field);
    const before = facts.get(label);
    const said = valueWords(member, { field }, names);
    facts.set(label, before === undefined ? said : `${before}, ${said}`);
  }
  return [...facts];
}

/** "sổ theo dõi “Tập huấn”". */
export function recordTitle(entity: RecordEntity, value: Members | undefined): string {
  const what = auditEntities[entity] ?? entity;
  const called = naming.map((field) => value?.[field]).find((text) => typeof text === 'string');
  if (called === undefined || called === '') return what;
  const name = called.length > TITLE_MAX ? `${called.slice(0, TITLE_MAX)}…` : called;
  return fill(refusedWords.named, { what, name });
}
