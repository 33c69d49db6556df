/**
 * The first tables. Ordinary rowid tables on purpose: with time-ordered ids a WITHOUT ROWID table costs three times as
 * much in batches. Never edit a migration that was released; add the next number.
 */
const strict = (name: string, columns: string): string => `create table ${name} (${columns}) strict`;

export const firstTables: readonly string[] = [
  strict(
    'commune',
    `commune_id text primary key, rev integer not null, epoch text not null, audit_head text not null,
     facts_op text not null, created_at integer not null`,
  ),
  strict(
    'device',
    `commune_id text not null references commune, device_id text not null, installation_id text not null,
     role text not null, binding_kind text not null, binding_id text not null, title text not null,
     person_name text, jwk text not null, label text not null, code_hash text not null,
     last_seq integer not null, chain text not null, counter integer not null,
     challenge_presented text not null, challenge_issued text not null, enrolled_at integer not null,
     seen_at integer not null, revoked_at integer, report text, primary key (commune_id, device_id)`,
  ),
  strict(
    'device_seq',
    `commune_id text not null, device_id text not null, seq integer not null, op_hash text not null,
     op_id text not null, primary key (commune_id, device_id, seq)`,
  ),
  strict(
    'enrol_code',
    `commune_id text not null references commune, secret_hash text not null, typed_hash text not null,
     role text not null, binding_kind text not null, binding_id text not null, title text not null,
     person_name text, expires_at integer, reusable integer not null, spent_by text,
     created_at integer not null, primary key (commune_id, secret_hash), unique (commune_id, typed_hash)`,
  ),
  strict(
    'operation',
    `commune_id text not null, op_id text not null, op_hash text not null, body text, device_id text not null,
     kind text not null, verdict text not null, code text, rev integer not null, received_at integer not null,
     log text not null, primary key (commune_id, op_id), unique (commune_id, rev)`,
  ),
  strict(
    'quarantine',
    `commune_id text not null, op_hash text not null, device_id text not null, seq integer not null,
     code text not null, body text not null, bytes integer not null, received_at integer not null,
     primary key (commune_id, device_id, op_hash, seq)`,
  ),
  'create index quarantine_day on quarantine (commune_id, device_id, received_at, bytes)',
  strict(
    'stumble',
    'commune_id text not null, op_hash text not null, times integer not null, primary key (commune_id, op_hash)',
  ),
  strict(
    'record',
    `commune_id text not null, entity text not null, id text not null, value text not null, ended_at integer,
     rev integer not null, op_id text not null, device_id text not null, base_rev integer not null,
     parent_id text not null, code text, primary key (commune_id, entity, id)`,
  ),
  'create index record_of_parent on record (commune_id, entity, parent_id)',
  'create unique index record_code on record (commune_id, entity, code) where code is not null',
  strict(
    'assessment',
    `commune_id text not null, assessment_id text not null, campaign_id text not null, subject_kind text not null,
     subject_id text not null, hamlet_id text not null, state text not null, status_rev integer not null,
     round integer not null, primary key (commune_id, assessment_id)`,
  ),
  'create index assessment_of_subject on assessment (commune_id, subject_id)',
  strict(
    'submission',
    `commune_id text not null, submission_id text not null, assessment_id text not null, channel text not null,
     round integer not null, current integer not null, criteria_set text not null, self_score integer not null,
     server_score integer not null, subject_name text not null, by_name text not null, received_at integer not null,
     late integer not null, receipt_code text not null, digest text not null,
     primary key (commune_id, submission_id)`,
  ),
  'create index submission_of_assessment on submission (commune_id, assessment_id)',
  'create index submission_receipt on submission (commune_id, receipt_code)',
  strict(
    'register',
    `commune_id text not null, assessment_id text not null, criterion_id text not null, op_id text not null,
     value text, dead integer not null, primary key (commune_id, assessment_id, criterion_id, op_id)`,
  ),
  'create index register_alive on register (commune_id, assessment_id) where dead = 0',
  strict(
    'household_answer',
    `commune_id text not null, assessment_id text not null, channel text not null, criterion_id text not null,
     hamlet_id text not null, counted integer not null, na integer not null, number integer, denominator integer,
     level_index integer, primary key (commune_id, assessment_id, channel, criterion_id)`,
  ),
  `create index household_answer_rollup on household_answer
     (commune_id, hamlet_id, criterion_id, counted, na, number, denominator, level_index)`,
  strict(
    'comment',
    `commune_id text not null, comment_id text not null, assessment_id text not null, criterion_id text,
     text text not null, by_name text not null, by_role text not null, at integer not null,
     primary key (commune_id, comment_id)`,
  ),
  'create index comment_of_assessment on comment (commune_id, assessment_id)',
  strict(
    'feed',
    `commune_id text not null, scope text not null, entity text not null, id text not null, rev integer not null,
     value text, primary key (commune_id, scope, entity, id)`,
  ),
  'create unique index feed_cursor on feed (commune_id, scope, rev)',
  strict(
    'attempt',
    `commune_id text not null, source text not null, since integer not null, failures integer not null,
     primary key (commune_id, source)`,
  ),
];
