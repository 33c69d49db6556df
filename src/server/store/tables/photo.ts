import { sql, type Kysely } from 'kysely';
import type { Database } from '../schema.ts';
import type { BlobTable, PhotoTable, UploadTable } from '../schema-evidence.ts';
import { insertion, statement, type Runner } from '../statement.ts';

export type PhotoRecord = Omit<PhotoTable, 'commune_id'>;
/** Its look is written apart. */
export type BlobRecord = Omit<BlobTable, 'commune_id' | 'look'>;
export type UploadRecord = Omit<UploadTable, 'commune_id'>;

export const photoTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const of = statement<Pick<PhotoTable, 'commune_id' | 'assessment_id'>, PhotoTable>((place) =>
    db
      .selectFrom('photo')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('assessment_id', '=', place('assessment_id'))
      .orderBy('op_id'),
  );
  const find = statement<Pick<PhotoTable, 'commune_id' | 'op_id'>, PhotoTable>((place) =>
    db
      .selectFrom('photo')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('op_id', '=', place('op_id')),
  );
  const ofPicture = statement<Pick<PhotoTable, 'commune_id' | 'photo_id'>, PhotoTable>((place) =>
    db
      .selectFrom('photo')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('photo_id', '=', place('photo_id'))
      .orderBy('op_id'),
  );
  const page = statement<Pick<PhotoTable, 'commune_id' | 'op_id'> & { limit: number }, PhotoTable>((place) =>
    db
      .selectFrom('photo')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('op_id', '>', place('op_id'))
      .orderBy('op_id')
      .limit(place('limit')),
  );
  const remove = statement<Pick<PhotoTable, 'commune_id' | 'op_id'>>((place) =>
    db
      .updateTable('photo')
      .set({ removed: sql.lit<1>(1) })
      .where('commune_id', '=', place('commune_id'))
      .where('op_id', '=', place('op_id')),
  );
  const insert = insertion(db, 'photo', [
    'commune_id',
    'op_id',
    'assessment_id',
    'criterion_id',
    'photo_id',
    'owner',
    'bytes',
    'mime',
    'w',
    'h',
    'by_name',
    'at',
    'removed',
  ]);
  return {
    find: (op_id: string) => find.first(runner, { commune_id, op_id }),
    /** Of one form, the removed ones too, in the order they were added. */
    of: (assessment_id: string) => of.all(runner, { commune_id, assessment_id }),
    ofPicture: (photo_id: string) => ofPicture.all(runner, { commune_id, photo_id }),
    page: (op_id: string, limit: number) => page.all(runner, { commune_id, op_id, limit }),
    insert: (row: PhotoRecord) => insert.run(runner, { ...row, commune_id }),
    remove: (op_id: string) => remove.run(runner, { commune_id, op_id }),
  };
};

export const blobTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const columns = [
    'commune_id',
    'photo_id',
    'owner',
    'state',
    'reason',
    'stored_sha256',
    'stored_bytes',
    'stored_mime',
    'w',
    'h',
    'thumb_sha256',
    'thumb_bytes',
    'received_at',
  ] as const;
  const find = statement<Pick<BlobTable, 'commune_id' | 'photo_id' | 'owner'>, BlobTable>((place) =>
    db
      .selectFrom('blob')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('photo_id', '=', place('photo_id'))
      .where('owner', '=', place('owner')),
  );
  const page = statement<Pick<BlobTable, 'commune_id' | 'photo_id' | 'owner'> & { limit: number }, BlobTable>(
    (place) =>
      db
        .selectFrom('blob')
        .selectAll()
        .where('commune_id', '=', place('commune_id'))
        .where((eb) =>
          eb.or([
            eb('photo_id', '>', place('photo_id')),
            eb.and([eb('photo_id', '=', place('photo_id')), eb('owner', '>', place('owner'))]),
          ]),
        )
        .orderBy('photo_id')
        .orderBy('owner')
        .limit(place('limit')),
  );
  const put = insertion(db, 'blob', columns, { replace: ['commune_id', 'photo_id', 'owner'] });
  const keepLook = statement<Pick<BlobTable, 'commune_id' | 'photo_id' | 'owner' | 'look'>>((place) =>
    db
      .updateTable('blob')
      .set({ look: place('look') })
      .where('commune_id', '=', place('commune_id'))
      .where('photo_id', '=', place('photo_id'))
      .where('owner', '=', place('owner')),
  );
  const unseen = statement<Pick<BlobTable, 'commune_id'> & { limit: number }, BlobTable>((place) =>
    db
      .selectFrom('blob')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('state', '=', sql.lit<'stored'>('stored'))
      .where('look', 'is', null)
      .limit(place('limit')),
  );
  return {
    find: (photo_id: string, owner: string) => find.first(runner, { commune_id, photo_id, owner }),
    /** In order of picture and owner, from after these. */
    page: (photo_id: string, owner: string, limit: number) =>
      page.all(runner, { commune_id, photo_id, owner, limit }),
    /** '' = nothing to know it by. */
    keepLook: (photo_id: string, owner: string, look: string) =>
      keepLook.run(runner, { commune_id, photo_id, owner, look }),
    /** Stored pictures nobody has looked at. */
    unseen: (limit: number) => unseen.all(runner, { commune_id, limit }),
    /** Leaves the look as it is. */
    put: (row: BlobRecord) => put.run(runner, { ...row, commune_id, look: null }),
  };
};

export const uploadTable = (db: Kysely<Database>, runner: Runner, commune_id: string) => {
  const find = statement<Pick<UploadTable, 'commune_id' | 'upload_id'>, UploadTable>((place) =>
    db
      .selectFrom('upload')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('upload_id', '=', place('upload_id')),
  );
  const ofPicture = statement<Pick<UploadTable, 'commune_id' | 'photo_id' | 'owner'>, UploadTable>((place) =>
    db
      .selectFrom('upload')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('photo_id', '=', place('photo_id'))
      .where('owner', '=', place('owner'))
      .orderBy('created_at'),
  );
  const before = statement<Pick<UploadTable, 'commune_id' | 'created_at'>, UploadTable>((place) =>
    db
      .selectFrom('upload')
      .selectAll()
      .where('commune_id', '=', place('commune_id'))
      .where('created_at', '<', place('created_at')),
  );
  const remove = statement<Pick<UploadTable, 'commune_id' | 'upload_id'>>((place) =>
    db
      .deleteFrom('upload')
      .where('commune_id', '=', place('commune_id'))
      .where('upload_id', '=', place('upload_id')),
  );
  const insert = insertion(db, 'upload', [
    'commune_id',
    'upload_id',
    'photo_id',
    'owner',
    'device_id',
    'bytes',
    'created_at',
  ]);
  return {
    find: (upload_id: string) => find.first(runner, { commune_id, upload_id }),
    ofPicture: (photo_id: string, owner: string) => ofPicture.all(runner, { commune_id, photo_id, owner }),
    /** Begun before this instant: given up. */
    before: (created_at: number) => before.all(runner, { commune_id, created_at }),
    insert: (row: UploadRecord) => insert.run(runner, { ...row, commune_id }),
    remove: (upload_id: string) => remove.run(runner, { commune_id, upload_id }),
  };
};
