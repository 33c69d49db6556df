/** Which form was opened on which officer's machine; apart from its pictures (`sight`), which the commune itself serves. */
export const openings: readonly string[] = [
  `create table opening (commune_id text not null, device_id text not null, assessment_id text not null,
   day integer not null, primary key (commune_id, device_id, assessment_id, day)) strict`,
];
