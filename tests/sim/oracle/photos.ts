/** Photos: what a phone says of them, when their bytes may go, and who may see them. */
import { isRowOf } from '#client/db/row-of.ts';
import type { PhotoRow } from '#client/db/model.ts';
import type { DiskView } from '../phone-disk.ts';
import type { SimPhone } from '../phone.ts';
import type { SimServer } from '../server.ts';
import { Broken } from './broken.ts';
import { personOf } from './intents.ts';
import { numberIn, textIn } from './rows.ts';
import type { Truth } from './truth.ts';

/** Whose pictures a phone's are; undefined for who sends none. */
function ownerOf(phone: SimPhone, { village }: SimServer): string | undefined {
  const person = personOf(phone.name);
  if (person === 'Dung' || person === 'Én') return undefined;
  return `hamlet:${person === 'Cường' ? village.hamlets[1] : village.hamlets[0]}`;
}

export const pictureKey = (photoId: string, owner: string): string => `${photoId} ${owner}`;

interface Told {
  truth: Truth;
  phone: SimPhone;
  server: SimServer;
  before: DiskView;
  after: DiskView;
}

/** Stands for another phone's photo, which was taken out here: it never had bytes. */
const isStandIn = ({ id, opId }: PhotoRow): boolean => id === opId;

function checkSent({ truth, phone, server, before, after }: Told): void {
  const known = new Map(before.photos.map(({ id, upload }) => [id, upload.state]));
  for (const photo of after.photos) {
    const { id, photoId, upload } = photo;
    if (upload.state !== 'sent' || known.get(id) === 'sent' || isStandIn(photo)) continue;
    const owner = ownerOf(phone, server);
    if (photoId === undefined || owner === undefined || !truth.pictures.has(pictureKey(photoId, owner)))
      throw new Broken(
        'I9',
        `${phone.name}: photo ${id} is called sent, and the commune has no such picture`,
      );
  }
}

/** "Xã đã nhận" under a picture is said by the commune's row. */
function checkStored({ truth, phone, before, after }: Told): void {
  const stored = ({ rows }: DiskView): string[] =>
    rows.flatMap((row) => (isRowOf(row, 'photo') && row.value.state === 'stored' ? [row.value.photoId] : []));
  const now = stored(after);
  if (now.length === 0) return;
  const known = new Set(stored(before));
  for (const photoId of now)
    if (!known.has(photoId) && ![...truth.pictures.keys()].some((key) => key.startsWith(photoId)))
      throw new Broken('I9', `${phone.name} is told that ${photoId} is stored, and it is not`);
}

/** The same picture under the same question is there already. */
const isTwice = (gone: PhotoRow, { photos }: DiskView): boolean =>
  gone.state === 'raw' &&
  photos.some(
    ({ state, criterionId, assessmentId, removedAt }) =>
      state === 'ready' &&
      criterionId === gone.criterionId &&
      assessmentId === gone.assessmentId &&
      removedAt === undefined,
  );

function checkKept({ phone, before, after }: Told): void {
  const left = new Set(after.photos.map(({ id }) => id));
  for (const photo of before.photos) {
    if (left.has(photo.id) || photo.removedAt !== undefined || phone.takenOut.has(photo.id)) continue;
    if (!isTwice(photo, after)) throw new Broken('I15', `${phone.name}: photo ${photo.id} left the phone`);
  }
}

function checkBytes({ truth, phone, server, before, after }: Told): void {
  const rows = new Map(after.photos.map((photo) => [photo.id, photo]));
  for (const key of before.photoKeys) {
    if (after.photoKeys.has(key)) continue;
    const [id = '', size = ''] = key.split(':');
    const photo = rows.get(id);
    // The row went too: whether it might is asked above.
    if (photo === undefined || photo.state === 'refused') continue;
    if (size === 'raw' && photo.state === 'ready') continue;
    const owner = ownerOf(phone, server);
    const { photoId = '', opId = '' } = photo;
    const isSafe =
      size === 'final' && owner !== undefined && truth.isPictureSafe(pictureKey(photoId, owner), opId);
    if (!isSafe)
      throw new Broken(
        'I15',
        `${phone.name}: ${size} of ${photoId} left the phone and is not in every backup`,
      );
    truth.promisedPictures.set(pictureKey(photoId, owner), opId);
  }
}

/** After one command of the phone's store that writes. */
export function checkPhotosTold(told: Told): void {
  const { before, after } = told;
  if (before.photos.length === 0 && after.photos.length === 0) return checkStored(told);
  checkSent(told);
  checkStored(told);
  checkKept(told);
  checkBytes(told);
}

/** Photos of a phone that could be sent and are not with the commune: as the tables have it, whatever the phone thinks. */
export function unsentPhotos(
  phone: SimPhone,
  server: SimServer,
  { photos, photoKeys }: DiskView,
): PhotoRow[] {
  const owner = ownerOf(phone, server);
  if (photos.length === 0 || owner === undefined) return [];
  return photos.filter(({ id, state, removedAt, photoId = '', opId = '' }) => {
    if (state === 'raw') return true;
    if (state !== 'ready' || removedAt !== undefined || !photoKeys.has(`${id}:final`)) return false;
    const [named] = server.disk.rows('photo', 'op_id = ?', [opId]);
    if (named === undefined || numberIn(named, 'removed') === 1) return false;
    return server.disk.rows('blob', 'photo_id = ? and owner = ?', [photoId, owner]).length === 0;
  });
}

/** At rest: each photo that stands is with the commune, or says why not. */
export function checkPhotosEnd(phone: SimPhone, server: SimServer, view: DiskView): void {
  const owner = ownerOf(phone, server);
  const [unsent] = unsentPhotos(phone, server, view);
  if (unsent !== undefined) throw new Broken('I15', `${phone.name}: photo ${unsent.id} was never sent`);
  const verdicts = new Map(view.outbox.map(({ opId, result }) => [opId, result?.verdict]));
  for (const photo of view.photos) {
    const { id, state, removedAt, photoId = '', opId = '', problem } = photo;
    if (state === 'refused' && problem === undefined)
      throw new Broken('I15', `${phone.name}: photo ${id} is a gap without a name`);
    if (state !== 'ready' || removedAt !== undefined || isStandIn(photo)) continue;
    const [named] = server.disk.rows('photo', 'op_id = ?', [opId]);
    const verdict = verdicts.get(opId);
    if (named === undefined && verdict !== 'refused' && verdict !== 'quarantined')
      throw new Broken(
        'I15',
        `${phone.name}: no word of photo ${id} at the commune (${verdict ?? 'no verdict'})`,
      );
    if (named === undefined || numberIn(named, 'removed') === 1) continue;
    if (server.disk.rows('blob', 'photo_id = ? and owner = ?', [photoId, owner ?? '']).length === 0)
      throw new Broken('I15', `${phone.name}: the bytes of ${id} are neither here nor at the commune`);
  }
}

/** Every stored picture's files are there, and say what was sent. */
export function checkFiles(server: SimServer): void {
  for (const row of server.disk.rows('blob', "state = 'stored'"))
    for (const column of ['stored_sha256', 'thumb_sha256'])
      if (!server.photos.has(textIn(row, column)))
        throw new Broken('I15', `${column} of ${textIn(row, 'photo_id')} is not on the commune's disk`);
}

/** A picture leaves the server: for whom, and is it that one? */
export function checkShown(server: SimServer, phone: SimPhone, photoId: string): void {
  const person = personOf(phone.name);
  if (person === 'Dung') return;
  const { hamlets } = server.village;
  const own = person === 'Cường' ? hamlets[1] : hamlets[0];
  const shown = server.disk.rows(
    'photo',
    'photo_id = ? and removed = 0 and assessment_id in (select assessment_id from assessment where subject_id = ?)',
    [photoId, person === 'Én' ? '' : own],
  );
  if (shown.length === 0) throw new Broken('I5', `${phone.name} was shown picture ${photoId}`);
}
