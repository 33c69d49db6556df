/**
 * The product with the benchmark's forms behind its real server: the officer has put a set of 20 questions in force for
 * households and one of 200 for hamlets.
 */
import { criteriaRef } from '#domain/criteria-set.ts';
import type { Campaign } from '#protocol/entities.ts';
import { campaignSchema } from '#protocol/family-rows.ts';
import type { Intent } from '#protocol/operation.ts';
import { loadAssets } from '#server/http/assets.ts';
import { linkOf } from '#server/links.ts';
import { SigningDevice } from '../support/signing-device.ts';
import { issuedFor, LINK_MS, openCommune, secretOf, type Commune } from './commune.ts';
import { criteriaSetOf } from './form/our-set.ts';
import { buildOurs } from './ours-build.ts';
import { serveSite, type Site } from './site.ts';

export interface Ours {
  origin: string;
  commune: Commune;
  /** A slip nobody has used. */
  slip(): Promise<string>;
  /** The hamlet of `enrolment`. */
  hamlet: string;
  /** A hamlet head's enrolment. */
  enrolment(): Promise<string>;
  close(): Promise<void>;
}

const PULL = { cursors: { public: 0, office: 0 }, maxBytes: 256 * 1024 };

async function enrolOfficer({ core, door }: Commune): Promise<SigningDevice> {
  const office = await SigningDevice.make();
  await office.enrol(door, secretOf(await core.createEnrolCode({ role: 'officer', ttlMs: LINK_MS })));
  return office;
}

async function put({ door }: Commune, office: SigningDevice, intents: readonly Intent[]): Promise<void> {
  const { value, text } = await office.exchange(
    door,
    intents.map((intent) => office.seal(intent)),
  );
  if (value?.results.some(({ verdict }) => verdict !== 'applied') !== false)
    throw new Error(`the officer's records were not applied: ${text}`);
}

/** @returns the id of a household and of a hamlet to fill forms for */
async function putInForce(commune: Commune, households: number, hamlets: number) {
  const office = await enrolOfficer(commune);
  const { value } = await office.exchange(commune.door, [], { pull: PULL });
  const rows = value?.rows ?? [];
  const row = rows.find(({ entity }) => entity === 'campaign');
  const campaign: Campaign = campaignSchema.parse(row?.value);
  const sets = [criteriaSetOf('household', households), criteriaSetOf('hamlet', hamlets)] as const;
  for (const set of sets)
    await put(commune, office, [
      {
        kind: 'record.put',
        args: { entity: 'criteriaSet', id: criteriaRef(set), value: set, baseRev: 0 },
      },
    ]);
  const [household, hamlet] = sets;
  const criteriaSets = {
    ...campaign.criteriaSets,
    household: criteriaRef(household),
    hamlet: criteriaRef(hamlet),
  };
  const changed = { ...campaign, criteriaSets };
  await put(commune, office, [
    {
      kind: 'record.put',
      args: { entity: 'campaign', id: campaign.id, value: changed, baseRev: row?.rev ?? 0 },
    },
  ]);
  const idOf = (entity: string): string => rows.find((each) => each.entity === entity)?.id ?? '';
  return { household: idOf('household'), hamlet: idOf('hamlet') };
}

export async function serveOurs(questions: { household: number; hamlet: number }): Promise<Ours> {
  const assets = loadAssets(buildOurs(questions.household));
  const commune = await openCommune({ assets });
  const { household, hamlet } = await putInForce(commune, questions.household, questions.hamlet);
  const site: Site = await serveSite(commune.fetch);
  return {
    origin: site.origin,
    commune,
    hamlet,
    slip: async () => linkOf(site.origin, issuedFor(await commune.core.createSlip(household))),
    enrolment: async () =>
      linkOf(
        site.origin,
        issuedFor(
          await commune.core.createEnrolCode({ role: 'hamletHead', subject: hamlet, ttlMs: LINK_MS }),
        ),
      ),
    async close() {
      await site.close();
      await commune.close();
    },
  };
}
