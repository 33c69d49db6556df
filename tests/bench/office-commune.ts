/** A commune of the size the office's budgets are given for: 10.000 families, 80 hamlets, 150 units, 3.000 photos. */
import { criteriaOf } from '#domain/criteria-set.ts';
import { defaultCriteriaSets } from '#domain/defaults/all.ts';
import { score } from '#domain/score.ts';
import { lookOf } from '#domain/trust/photo-look.ts';
import { assessmentIdOf } from '#protocol/assessment-id.ts';
import { PHOTOS_PER_CRITERION } from '#protocol/photo.ts';
import type { Assets } from '#server/http/assets.ts';
import { hashTextNow } from '#server/crypto/hash.ts';
import { DEFAULT_COMMUNE_ID } from '#server/seed/commune-data.ts';
import { demoAnswers } from '#server/seed/demo-answers.ts';
import { demoUnits } from '#server/seed/demo-names.ts';
import { createDice } from '#server/seed/dice.ts';
import { openStore } from '#server/store/open.ts';
import { openLedger } from '#server/sync/ledger.ts';
import { keepLook } from '#server/photos/photo-look.ts';
import { SigningDevice } from '../support/signing-device.ts';
import { drawnGrey } from '../trust/grey.ts';
import { LINK_MS, openCommune, secretOf, type Commune } from './commune.ts';

export const SIZE = { households: 10_000, hamlets: 80, units: 150, photos: 3_000 } as const;
const SEED = 20_251_105;
/** Pictures in a hundred that another hamlet has shown before. */
const REUSED = 2;
const AT_ONCE = 50;
/** Of a phone's photo, shrunk. */
const PHOTO = { bytes: 180_000, mime: 'image/jpeg', w: 1600, h: 1200 } as const;

const dice = createDice(SEED);

async function sendAll({ door }: Commune, device: SigningDevice, ops: readonly string[]): Promise<void> {
  for (let from = 0; from < ops.length; from += AT_ONCE) {
    const { value, text } = await device.exchange(door, ops.slice(from, from + AT_ONCE));
    const wrong = value?.results.find(({ verdict }) => verdict !== 'applied');
    if (value === null || wrong !== undefined) throw new Error(`not taken: ${text.slice(0, 500)}`);
  }
}

type Role = Parameters<Commune['core']['createEnrolCode']>[0]['role'];
async function enrolled({ core, door }: Commune, role: Role, subject?: string): Promise<SigningDevice> {
  const device = await SigningDevice.make();
  const code = await core.createEnrolCode({
    role,
    ttlMs: LINK_MS,
    ...(subject !== undefined && { subject }),
  });
  await device.enrol(door, secretOf(code));
  return device;
}

/** Ids of the hamlets the office sees. */
async function hamletIds({ door }: Commune, office: SigningDevice): Promise<string[]> {
  const pull = { cursors: { public: 0, office: 0 }, maxBytes: 256 * 1024 };
  const { value, text } = await office.exchange(door, [], { pull });
  if (value === null) throw new Error(text.slice(0, 500));
  return [...new Set(value.rows.flatMap(({ entity, id }) => (entity === 'hamlet' ? [id] : [])))];
}

/** More hamlets and units than the commune begins with. @returns ids of the units */
async function addPlaces(commune: Commune, office: SigningDevice, hamlets: number): Promise<string[]> {
  const newHamlets = Array.from({ length: SIZE.hamlets - hamlets }, (_, at) => {
    const id = office.newId();
    const value = { id, name: `Thuận Hòa ${at + 1}`, order: 100 + at, validFrom: '2025-01-01' };
    return office.seal({ kind: 'record.put', args: { entity: 'hamlet', id, value, baseRev: 0 } });
  });
  const units: string[] = [];
  const newUnits = Array.from({ length: SIZE.units - demoUnits.length }, (_, at) => {
    const like = demoUnits[at % demoUnits.length];
    if (like === undefined) throw new Error('no units to be like');
    const id = office.newId();
    units.push(id);
    const value = { ...like, id, name: `${like.name} ${at + 1}`, validFrom: '2025-01-01' };
    return office.seal({ kind: 'record.put', args: { entity: 'unit', id, value, baseRev: 0 } });
  });
  await sendAll(commune, office, [...newHamlets, ...newUnits]);
  return units;
}

async function sendUnits(commune: Commune, units: readonly string[]): Promise<void> {
  const told = await commune.core.publicCampaign();
  const sets = defaultCriteriaSets();
  for (const [at, id] of units.entries()) {
    const sector = demoUnits[at % demoUnits.length]?.sector ?? 'CQ';
    const set = sets.find((each) => each.id === `unit-${sector}`);
    if (set === undefined) throw new Error(sector);
    const snapshot = demoAnswers(set, { keenness: 40 + dice.roll(55), size: 8 + dice.roll(40) }, dice);
    const device = await enrolled(commune, 'unitContact', id);
    const args = {
      assessmentId: assessmentIdOf(told.commune.id, told.campaign.id, id),
      criteriaSet: told.campaign.criteriaSets.unit[sector],
      snapshot,
      bases: {},
      photos: [],
      selfScore: score(set, snapshot).normalised,
      signedOffBy: 'Nguyễn Văn Tám',
    };
    await sendAll(commune, device, [device.seal({ kind: 'assessment.submit', args })]);
  }
}

interface Shown {
  photoId: string;
  owner: string;
}

/** Each hamlet's share of photos under its questions. */
async function addPhotos(commune: Commune, hamlets: readonly string[]): Promise<Shown[]> {
  const told = await commune.core.publicCampaign();
  const set = defaultCriteriaSets().find(({ id }) => id === 'hamlet');
  const criteria = set === undefined ? [] : criteriaOf(set);
  const shown: Shown[] = [];
  for (const [at, hamlet] of hamlets.entries()) {
    const device = await enrolled(commune, 'hamletHead', hamlet);
    const [from, to] = [at, at + 1].map((share) => Math.floor((SIZE.photos * share) / hamlets.length));
    const count = (to ?? 0) - (from ?? 0);
    const ops = Array.from({ length: count }, (_, photo) => {
      const photoId = hashTextNow(`${hamlet} ${photo}`);
      shown.push({ photoId, owner: hamlet });
      const args = {
        assessmentId: assessmentIdOf(told.commune.id, told.campaign.id, hamlet),
        criterionId: criteria[Math.floor(photo / PHOTOS_PER_CRITERION)]?.id ?? '',
        photoId,
        sha256: photoId,
        ...PHOTO,
      };
      return device.seal({ kind: 'photo.add', args });
    });
    await sendAll(commune, device, ops);
  }
  return shown;
}

/** As if the pictures had come: what the office gets of them besides their names. Their bytes are on no phone's way. */
async function keepLooks(dataDir: string, shown: readonly Shown[]): Promise<void> {
  const warn = (weakness: string): never => {
    throw new Error(weakness);
  };
  const store = await openStore({ dataDir, communeId: DEFAULT_COMMUNE_ID, warn });
  try {
    let last = '';
    await store.write(async (transaction) => {
      const ledger = await openLedger(transaction);
      for (const { photoId, owner } of shown) {
        const look = last !== '' && dice.happens(REUSED) ? last : lookOf(drawnGrey(dice));
        await keepLook({ transaction, ledger }, { photo_id: photoId, owner }, look);
        last = look;
      }
      await ledger.save();
    });
  } finally {
    await store.close();
  }
}

/** Filled by synthetic people through the real judges; the families' forms are those of the demo commune. */
export async function openFullCommune(assets?: Assets): Promise<Commune> {
  const filling = await openCommune();
  const { dataDir } = filling;
  try {
    const office = await enrolled(filling, 'officer');
    const units = await addPlaces(filling, office, (await hamletIds(filling, office)).length);
    await filling.core.seedDemo({ households: SIZE.households, seed: SEED });
    await sendUnits(filling, units);
    const shown = await addPhotos(filling, await hamletIds(filling, await enrolled(filling, 'officer')));
    await filling.pause();
    await keepLooks(dataDir, shown);
    return await openCommune({ dataDir, ...(assets && { assets }) });
  } catch (error) {
    filling.remove();
    throw error;
  }
}
