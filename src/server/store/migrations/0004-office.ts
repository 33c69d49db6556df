/** What the office follows: devices as shown, words from the public, the looks of pictures; codes found by their number. */
const strict = (name: string, columns: string): string => `create table ${name} (${columns}) strict`;

export const office: readonly string[] = [
  'alter table blob add column look text',
  'alter table device add column shown_at integer',
  // Null until this build has opened the database once: what was judged before stays as it was judged.
  'alter table commune add column rules_from integer',
  // Of codes with equally many digits the greatest text is the greatest number.
  'create index record_code_by_length on record (commune_id, entity, length(code), code) where code is not null',
  strict(
    'feedback',
    `commune_id text not null, feedback_id text not null, code text not null, campaign_id text not null,
     body text not null, contact text not null, received_at integer not null,
     primary key (commune_id, feedback_id), unique (commune_id, code)`,
  ),
];
