/** Releases of open data: what was put out stays as it was, and the next is held against it. */
export const openReleases: readonly string[] = [
  `create table open_release (commune_id text not null, release_id text not null, campaign_id text not null,
     number integer not null, released_at integer not null, kept text not null, document text not null,
     primary key (commune_id, release_id)) strict`,
  'create unique index open_release_number on open_release (commune_id, number)',
];
