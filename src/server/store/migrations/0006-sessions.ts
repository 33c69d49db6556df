/** Officers as persons: accounts, the keys and passwords they show, the sessions these begin, and codes that name them. */
const strict = (name: string, columns: string): string => `create table ${name} (${columns}) strict`;

export const sessions: readonly string[] = [
  strict(
    'account',
    `commune_id text not null, account_id text not null, role text not null, name text not null,
     password_hash text, totp_secret text, totp_step integer not null, password_at integer,
     password_shut_at integer, created_at integer not null, ended_at integer,
     primary key (commune_id, account_id)`,
  ),
  strict(
    'passkey',
    `commune_id text not null, credential_id text not null, account_id text not null, public_key text not null,
     sign_count integer not null, transports text not null, is_backed_up integer not null, label text not null,
     created_at integer not null, used_at integer not null, ended_at integer,
     primary key (commune_id, credential_id)`,
  ),
  'create index passkey_of_account on passkey (commune_id, account_id)',
  strict(
    'session',
    `commune_id text not null, session_hash text not null, account_id text not null, device_id text not null,
     method text not null, credential_id text, started_at integer not null, seen_at integer not null,
     confirmed_at integer not null, ended_at integer,
     primary key (commune_id, session_hash)`,
  ),
  'create index session_of_device on session (commune_id, device_id)',
  'create index session_of_account on session (commune_id, account_id)',
  strict(
    'ceremony',
    `commune_id text not null, device_id text not null, purpose text not null, account_id text not null,
     challenge_hash text not null, secret text, expires_at integer not null,
     primary key (commune_id, device_id, purpose)`,
  ),
  'alter table enrol_code add column account_id text',
  'alter table device add column account_id text',
  // Null until this build has opened the database once: results changed before it needed no second person.
  'alter table commune add column second_from integer',
];
