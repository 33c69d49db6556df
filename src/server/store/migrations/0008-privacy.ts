/** Whose data were erased as a whole, and which officer's machine was shown the pictures of which form. */
const strict = (name: string, columns: string): string => `create table ${name} (${columns}) strict`;

export const privacy: readonly string[] = [
  strict(
    'erased',
    `commune_id text not null, kind text not null, id text not null, at integer not null,
     primary key (commune_id, kind, id)`,
  ),
  strict(
    'sight',
    `commune_id text not null, device_id text not null, assessment_id text not null, day integer not null,
     primary key (commune_id, device_id, assessment_id, day)`,
  ),
];
