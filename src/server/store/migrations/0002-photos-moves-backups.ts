/** Photos, officers' points, moves of an assessment, batches of records, backups; what a restore and a re-key leave behind. */
const strict = (name: string, columns: string): string => `create table ${name} (${columns}) strict`;

export const photosMovesBackups: readonly string[] = [
  'alter table commune add column drain_until integer',
  'alter table device add column flag text',
  'alter table device add column succeeds text',
  // Nearly empty: what has no words any more, except what lies in quarantine with them.
  `create index operation_erased on operation (commune_id, op_id)
     where body is null and kind <> 'server.setAside'`,
  strict(
    'photo',
    `commune_id text not null, op_id text not null, assessment_id text not null, criterion_id text not null,
     photo_id text not null, owner text not null, bytes integer not null, mime text not null, w integer not null,
     h integer not null, by_name text not null, at integer not null, removed integer not null,
     primary key (commune_id, op_id)`,
  ),
  'create index photo_of_assessment on photo (commune_id, assessment_id)',
  'create index photo_of_picture on photo (commune_id, photo_id)',
  strict(
    'blob',
    `commune_id text not null, photo_id text not null, owner text not null, state text not null,
     reason text not null, stored_sha256 text not null, stored_bytes integer not null, stored_mime text not null,
     w integer not null, h integer not null, thumb_sha256 text not null, thumb_bytes integer not null,
     received_at integer not null, primary key (commune_id, photo_id, owner)`,
  ),
  strict(
    'upload',
    `commune_id text not null, upload_id text not null, photo_id text not null, owner text not null,
     device_id text not null, bytes integer not null, created_at integer not null,
     primary key (commune_id, upload_id)`,
  ),
  'create index upload_of_picture on upload (commune_id, photo_id, owner)',
  strict(
    'score',
    `commune_id text not null, submission_id text not null, criterion_id text not null, op_id text not null,
     points integer, reason_code text not null, reason text not null, by_name text not null, by_role text not null,
     at integer not null, dead integer not null,
     primary key (commune_id, submission_id, criterion_id, op_id)`,
  ),
  strict(
    'move',
    `commune_id text not null, op_id text not null, assessment_id text not null, submission_id text not null,
     from_state text not null, to_state text not null, reason text, items text, by_name text not null,
     by_role text not null, at integer not null, status_rev integer not null, primary key (commune_id, op_id)`,
  ),
  'create index move_of_assessment on move (commune_id, assessment_id, status_rev)',
  strict(
    'batch_put',
    `commune_id text not null, batch_id text not null, op_id text not null, place integer not null,
     before text, written_rev integer, primary key (commune_id, batch_id, op_id)`,
  ),
  strict(
    'backup',
    `commune_id text not null, backup_id text not null, made_at integer not null, verified_at integer,
     elsewhere integer not null, forgotten_at integer, place text not null, primary key (commune_id, backup_id)`,
  ),
  strict(
    'backup_device',
    `commune_id text not null, backup_id text not null, device_id text not null, last_seq integer not null,
     primary key (commune_id, backup_id, device_id)`,
  ),
  // What is safe of one device, at every exchange.
  'create index backup_of_device on backup_device (commune_id, device_id)',
];
